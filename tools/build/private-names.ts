import { enConsent } from '../../src/locale/en-consent.js';
import { enSessions } from '../../src/locale/en-sessions.js';
import { jsonSchemas } from '../schemas.js';

/**
 * Properties of ours that nobody outside the script ever says: the parts of states, messages, views and ports. Short
 * names in their place take about a kilobyte off the script. A name that goes over the wire, into storage, into an
 * attribute or to the page's own scripts must not be here; the build refuses the ones it can tell.
 */
const PRIVATE_NAMES = [
  'acknowledged',
  'afterMs',
  'again',
  'alerts',
  'announce',
  'around',
  'askCall',
  'beforeText',
  'below',
  'bits',
  'cameFrom',
  'cancelling',
  'careToken',
  'changing',
  'clientId',
  'clock',
  'configUrl',
  'currentPassage',
  'decisions',
  'dependents',
  'describedBy',
  'destination',
  'deviceZone',
  'drafts',
  'effects',
  'erase',
  'errorId',
  'firstDate',
  'focusOn',
  'focusing',
  'follow',
  'fraction',
  'goBack',
  'hasEndpoint',
  'hasNext',
  'headingId',
  'hostConnected',
  'hostDisconnected',
  'hostUpdate',
  'hostUpdated',
  'httpStatus',
  'insteadOfSigning',
  'isAnswered',
  'isChosen',
  'isConfirmed',
  'isDated',
  'isDisabled',
  'isMissing',
  'isNewText',
  'isOpen',
  'isToBeReviewed',
  'isUnsent',
  'items',
  'keeping',
  'mayCache',
  'news',
  'notSentNext',
  'onAsk',
  'onBack',
  'onChange',
  'onChoice',
  'onEntry',
  'onFollow',
  'onInput',
  'onKeyUp',
  'onPaste',
  'onRetry',
  'onSaveCopy',
  'onTryAgain',
  'openNext',
  'origins',
  'page',
  'parents',
  'paused',
  'personalLink',
  'placeAll',
  'ports',
  'problem',
  'problems',
  'refusals',
  'representing',
  'safeParse',
  'saveCopy',
  'saveToCalendar',
  'saveUnsent',
  'selfHarm',
  'sentence',
  'settings',
  'sha256',
  'showState',
  'slotsByDay',
  'structure',
  'submission',
  'submissionId',
  'success',
  'takenBack',
  'takenBackAt',
  'tell',
  'thoughts',
  'ticked',
  'tokens',
  'told',
  'tookBack',
  'uncertain',
  'underAge',
  'uuid',
  'verdict',
  'watched',
  'wayTo',
  'wish',
  'withDone',
  'writeAll',
  'zoneName',
] as const;

/** What stands in a draft on somebody's device, to be read by the next version of the script. */
const STORED = [
  ...['schema', 'place', 'entries', 'path', 'label', 'entry', 'instances'],
  ...['year', 'month', 'day', 'time', 'offset', 'amount', 'unit'],
  ...['key', 'iv', 'data', 'until', 'revision'],
];

/** What Lit calls its own, marked by Lit or named here; nothing that a page's own script may ask an element for. */
const LIT = [
  String.raw`_\$[\w$]+`,
  'addController',
  'addInitializer',
  'converter',
  'createProperty',
  'createRenderRoot',
  'creationScope',
  'elementStyles',
  'emptyScript',
  'enableUpdating',
  'endNode',
  'finalizeStyles',
  'firstUpdated',
  'fromAttribute',
  'getPropertyDescriptor',
  'getPropertyOptions',
  'getUpdateComplete',
  'hasChanged',
  'hasUpdated',
  'isUpdatePending',
  'nativeShadow',
  'noAccessor',
  'performUpdate',
  'removeController',
  'renderBefore',
  'renderOptions',
  'scheduleUpdate',
  'setConnected',
  'shadowRootOptions',
  'shouldUpdate',
  'startNode',
  'toAttribute',
  'useDefault',
  'wrapped',
];

interface JsonSchema {
  readonly properties?: Readonly<Record<string, unknown>>;
}

function* propertiesIn(schema: unknown): Generator<string> {
  if (typeof schema !== 'object' || schema === null) return;
  yield* Object.keys((schema as JsonSchema).properties ?? {});
  for (const value of Object.values(schema)) yield* propertiesIn(value);
}

/**
 * Matches the properties that can be renamed.
 *
 * @param code the script before.
 * @throws Error naming a property that goes over the wire or into storage, or is also reached by a text.
 */
export function privateNames(code: string): RegExp {
  const wire = new Set([...STORED, ...propertiesIn([...jsonSchemas().values()])]);
  const isSaid = (name: string) => new RegExp(`["'\`]${name}["'\`]`).test(code);
  const said = PRIVATE_NAMES.filter((name) => wire.has(name) || isSaid(name));
  if (said.length > 0) throw new Error(`Not private, so not to be renamed: ${said.join(', ')}.`);
  const words = [...Object.keys(enConsent), ...Object.keys(enSessions)].filter(
    (name) => !wire.has(name) && !isSaid(name),
  );
  return new RegExp(`^(?:${[...PRIVATE_NAMES, ...words, ...LIT].join('|')})$`);
}

/**
 * Short names that properties in the code have already. What is renamed in one file must not get them, since the
 * object may come from another.
 */
export const shortNamesIn = (code: string): string[] => [
  ...new Set([...code.matchAll(/[.,{]\s*([\w$]{1,3})(?![\w$])(?!\s*=>)/g)].map(([, name = '']) => name)),
];

const CSS_NAME = /--_[a-z-]+/g;

/**
 * The style sheets' private properties are known to nobody outside, so each is called by its number: the same in every
 * script, since the elements of one take their tokens from another.
 */
export function numberProperties(scripts: ReadonlyMap<string, string>): ReadonlyMap<string, string> {
  const names = [...new Set([...scripts.values()].flatMap((code) => code.match(CSS_NAME) ?? []))];
  const numbered = (code: string) =>
    code.replace(CSS_NAME, (name) => `--_${names.indexOf(name).toString(36)}`);
  return new Map([...scripts].map(([name, code]) => [name, numbered(code)]));
}
