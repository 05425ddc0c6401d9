const LENGTH = String.raw`(?:0|auto|\d{1,2}px|(?:\d(?:\.\d+)?|\.\d+)r?em)`;
const LENGTHS = new RegExp(`^${LENGTH}(?: ${LENGTH}){0,3}$`);
const TEXT_SIZE = /^(?:1[2-9]|[2-4]\d)px$|^(?:0?\.[89]\d*|[1-3](?:\.\d+)?)r?em$/;
const STROKE = /^(?:0|[1-4](?:\.\d)?px solid(?: currentcolor)?)$/i;

/** What a copy's style may set, and to what: nothing that could hide text, move it away, add to it, or draw over it. */
const PROPERTIES: readonly (readonly [property: RegExp, value: RegExp])[] = [
  [/^font$/, /^(?:1[2-9]|[2-4]\d)px\/[12](?:\.\d+)? [\w ,-]+$/],
  [/^font-family$/, /^[\w ,"-]+$/],
  [/^font-size$/, TEXT_SIZE],
  [/^font-(?:weight|style)$/, /^(?:\d{3}|bold|normal|italic)$/],
  [/^line-height$/, /^[12](?:\.\d+)?$/],
  [/^max-width$|^max-inline-size$/, /^(?:[3-9]\d(?:ch|rem|em)|[3-9]\d{2}px|100%)$/],
  [/^(?:width|height|inline-size|block-size)$/, /^(?:auto|100%|\d{2,3}px|\d{1,2}(?:rem|em))$/],
  [/^(?:margin|padding)(?:-[a-z-]+)?$/, LENGTHS],
  [/^border(?:-[a-z-]+)?$/, STROKE],
  [/^(?:overflow-wrap|white-space|hyphens|list-style|break-inside|text-align|color-scheme)$/, /^[a-z -]+$/],
  [/^(?:fill|stroke)$/, /^(?:none|currentcolor)$/i],
];

const isPlainDeclaration = (declaration: string): boolean => {
  const [property = '', value = '', ...rest] = declaration.split(':').map((part) => part.trim());
  return (
    rest.length === 0 &&
    PROPERTIES.some(([name, allowed]) => name.test(property) && allowed.test(value.replace(/\s*\/\s*/g, '/')))
  );
};

const isPlainRule = (selector: string, declarations: string): boolean =>
  /^(?:@page|[\w\s.,>+*-]+)$/.test(selector.trim()) &&
  declarations
    .split(';')
    .filter((each) => each.trim() !== '')
    .every(isPlainDeclaration);

/** Whether a style sheet leaves all text where somebody reads it. What is not known to is taken to not. */
export function isPlainStyle(css: string): boolean {
  const flat = css.replace(/@media print\s*\{((?:[^{}]*\{[^{}]*\})*)\s*\}/g, '$1');
  const rules = [...flat.matchAll(/([^{}]*)\{([^{}]*)\}/g)];
  const isAllRules = rules.map(([rule]) => rule).join('') === flat.trimEnd();
  return (
    isAllRules && rules.every(([, selector = '', declarations = '']) => isPlainRule(selector, declarations))
  );
}
