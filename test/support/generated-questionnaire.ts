import { oneOf, seeded } from './seeded.js';

/** A form to generate; the same for the same seed. */
export interface Generated {
  readonly seed: number;
  /** How many items it has in all. */
  readonly items: number;
  /** How deep they nest. */
  readonly levels: number;
}

interface FhirItem {
  linkId: string;
  type: string;
  text: string;
  item?: FhirItem[];
  [field: string]: unknown;
}

const TYPES = [
  'display', 'boolean', 'integer', 'decimal', 'date', 'dateTime', 'time', 'string', 'text', 'url', 'choice',
  'open-choice', 'quantity',
] as const; // prettier-ignore

const OPTIONS = ['a', 'b', 'c'].map((code, ordinal) => ({
  extension: [{ url: 'http://hl7.org/fhir/StructureDefinition/ordinalValue', valueDecimal: ordinal }],
  valueCoding: { system: 'http://forms.example/letters', code, display: `Letter ${code}` },
}));

const EXTENSION = 'http://hl7.org/fhir/StructureDefinition/questionnaire-';

const unitOption = (code: string) => ({
  url: `${EXTENSION}unitOption`,
  valueCoding: { system: 'http://unitsofmeasure.org', code, display: `unit ${code}` },
});

/** What a type needs beside its name. */
const BESIDE: Readonly<Record<string, object>> = {
  choice: { answerOption: OPTIONS },
  'open-choice': { answerOption: OPTIONS },
  integer: { extension: [{ url: `${EXTENSION}minValue`, valueInteger: 2 }] },
  quantity: { extension: [unitOption('kg'), unitOption('[lb_av]')] },
};

const NUMBERED = { answerOption: [1, 2, 3].map((valueInteger) => ({ valueInteger })) };

/** A condition that a question of this type can meet. */
function conditionOn({ linkId: question, type }: FhirItem, draw: () => number): object {
  if (draw() < 0.4) return { question, operator: 'exists', answerBoolean: draw() < 0.7 };
  switch (type) {
    case 'boolean':
      return { question, operator: '=', answerBoolean: draw() < 0.5 };
    case 'integer':
      return { question, operator: oneOf(['>', '<=', '!='], draw), answerInteger: 7 };
    case 'decimal':
      return { question, operator: oneOf(['<', '>='], draw), answerDecimal: 2.5 };
    case 'date':
      return { question, operator: '>', answerDate: '1990-01-01' };
    case 'choice':
    case 'open-choice':
      return {
        question,
        operator: oneOf(['=', '!='], draw),
        answerCoding: { system: 'http://forms.example/letters', code: 'b' },
      };
    default:
      return { question, operator: 'exists', answerBoolean: true };
  }
}

/** A FHIR R4 Questionnaire with every type of item, nested, repeating and under conditions on what stands before. */
export function generatedQuestionnaire({ seed, items, levels }: Generated): object {
  const draw = seeded(seed);
  const asked: FhirItem[] = [];
  let count = 0;

  const isRoom = () => count < items;

  const make = (level: number): FhirItem => {
    const linkId = `q${++count}`;
    const isGroup = level < levels && draw() < 0.25;
    const type = isGroup ? 'group' : oneOf(TYPES, draw);
    const item: FhirItem = { linkId, type, text: `${type} ${linkId}`, ...BESIDE[type] };
    if (type === 'integer' && draw() < 0.2) Object.assign(item, NUMBERED);
    if (type !== 'display' && draw() < 0.25) item['repeats'] = true;
    const before = asked.slice(-30);
    if (before.length > 0 && draw() < 0.3) {
      item['enableWhen'] = Array.from({ length: draw() < 0.3 ? 2 : 1 }, () =>
        conditionOn(oneOf(before, draw), draw),
      );
      item['enableBehavior'] = oneOf(['all', 'any'], draw);
    }
    const mayHold = isGroup || (type !== 'display' && level < levels && draw() < 0.15);
    if (mayHold) item.item = fill(level + 1, 1 + Math.floor(draw() * 6));
    if (type !== 'group' && type !== 'display') asked.push(item);
    return item;
  };
  const fill = (level: number, most: number): FhirItem[] => {
    const made: FhirItem[] = [];
    while (made.length < most && isRoom()) made.push(make(level));
    return made;
  };
  const deep = (level: number): FhirItem[] =>
    level >= levels
      ? fill(level, 2)
      : [
          { linkId: `q${++count}`, type: 'group', text: `Level ${level}`, item: deep(level + 1) },
          ...fill(level, 2),
        ];

  const item = deep(1);
  while (isRoom()) item.push(...fill(1, items));
  return {
    resourceType: 'Questionnaire',
    id: `generated-${seed}`,
    url: `http://forms.example/Questionnaire/generated-${seed}`,
    version: '2.1',
    status: 'active',
    title: `Generated form ${seed}`,
    item,
  };
}
