import { en } from '../../src/locale/en.js';
import { jsonSchemas } from '../schemas.js';

/**
 * Properties of ours that nobody outside the script ever says: the parts of states, messages, views and ports. Short
 * names in their place take about a kilobyte off the script. A name that goes over the wire, into storage, into an
 * attribute or to the page's own scripts must not be here; the build refuses the ones it can tell.
 */
const PRIVATE_NAMES = [
  'acknowledged',
  'afterMs',
  'announce',
  'around',
  'cameFrom',
  'cancelling',
  'careToken',
  'changing',
  'clientId',
  'configUrl',
  'decisions',
  'dependents',
  'deviceZone',
  'errorId',
  'firstDate',
  'focusOn',
  'focusing',
  'follow',
  'hasEndpoint',
  'hasNext',
  'hostConnected',
  'hostDisconnected',
  'hostUpdated',
  'httpStatus',
  'isChosen',
  'isConfirmed',
  'isDated',
  'isNewText',
  'isToBeReviewed',
  'keeping',
  'mayCache',
  'moved',
  'needsContact',
  'notSentNext',
  'onBack',
  'onChange',
  'onChoice',
  'onEntry',
  'onFollow',
  'onInput',
  'onRetry',
  'onSaveCopy',
  'onTryAgain',
  'openNext',
  'origins',
  'parents',
  'personalLink',
  'placeAll',
  'problem',
  'problems',
  'refusals',
  'saveCopy',
  'saveToCalendar',
  'saveUnsent',
  'sentence',
  'settings',
  'showState',
  'slotsByDay',
  'structure',
  'submission',
  'submissionId',
  'ticked',
  'uncertain',
  'verdict',
  'wayTo',
  'writeAll',
  'zoneName',
] as const;

/** Lit's own names, which it marks itself, and the words of the interface, by their keys. */
const LIT = String.raw`_\$\w+`;

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
 * @throws Error naming a property that goes over the wire, or is also reached by a text.
 */
export function privateNames(code: string): RegExp {
  const wire = new Set([...propertiesIn([...jsonSchemas().values()])]);
  const isSaid = (name: string) => new RegExp(`["'\`]${name}["'\`]`).test(code);
  const said = PRIVATE_NAMES.filter((name) => wire.has(name) || isSaid(name));
  if (said.length > 0) throw new Error(`Not private, so not to be renamed: ${said.join(', ')}.`);
  const words = Object.keys(en).filter((name) => !wire.has(name) && !isSaid(name));
  return new RegExp(`^(?:${[...PRIVATE_NAMES, ...words, LIT].join('|')})$`);
}
