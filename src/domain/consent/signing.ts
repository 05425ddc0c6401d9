import { wellFormed } from '../submission/canonical-json.js';
import type { ComprehensionCheck, ConsentDocument } from './document.js';
import type { ConsentRecord2, Drawing, Signer } from './record.js';

/** An option that was chosen, and when. */
export interface Chosen {
  readonly option: string;
  readonly at: string;
}

/** By what right somebody signs for the client, and the client's name. */
export type Representation = Pick<Extract<Signer, { role: 'representative' }>, 'authority' | 'client'>;

/** How far a client is with a document. Instants are ISO 8601 in UTC. */
export interface Signing {
  readonly document: ConsentDocument;
  readonly shownAt: string;
  /** The blocks that are ticked, each with the instant. */
  readonly acknowledged: ReadonlyMap<string, string>;
  /** What is chosen so far of each choice, by `choiceKey`. */
  readonly choices: ReadonlyMap<string, Chosen>;
  /** The answers given to each block's comprehension check, in order. */
  readonly answers: ReadonlyMap<string, readonly string[]>;
  /** The blocks, missed twice, that the client would like to go over with a clinician. */
  readonly together: ReadonlySet<string>;
  /** The full name of whoever signs, for a drawn signature too. */
  readonly name: string;
  /** Where somebody signs for the client; nothing where clients sign for themselves. */
  readonly representing: Representation | undefined;
  /** Which of the two counts as the signature. What was drawn is kept while a name is typed, and the other way round. */
  readonly method: 'typed' | 'drawn';
  readonly drawing: Drawing | undefined;
  /** The digest of the record of an earlier version, which this one takes the place of. */
  readonly supersedes: string | undefined;
}

export const beginSigning = (document: ConsentDocument, shownAt: string, supersedes?: string): Signing => ({
  document,
  shownAt,
  acknowledged: new Map(),
  choices: new Map(),
  answers: new Map(),
  together: new Set(),
  name: '',
  representing: undefined,
  method: 'typed',
  drawing: undefined,
  supersedes,
});

/** Two blocks may each have a choice of the same id. */
export const choiceKey = (block: string, choice: string): string => `${block}/${choice}`;

/** `explained` after one miss, and asked again; `together` after the second: going over it with a clinician is offered. */
export type CheckState = 'open' | 'right' | 'explained' | 'together';

export function checkState({ answers }: ComprehensionCheck, given: readonly string[] = []): CheckState {
  const isRight = answers.some(({ id, right }) => right === true && given.includes(id));
  if (isRight) return 'right';
  return (['open', 'explained'] as const)[given.length] ?? 'together';
}

/** As much as a record holds. */
const MOST_NAME = 200;

const isNamed = (name: string): boolean => name.trim() !== '' && name.length <= MOST_NAME;

/** What still stands between the client and their signature. */
export interface SigningProblem {
  readonly code:
    | 'not-acknowledged'
    | 'choice-open'
    | 'check-open'
    | 'no-name'
    /** Drawing was chosen, and nothing is drawn. */
    | 'no-signature'
    /** A representative who does not say by what right. */
    | 'no-authority'
    /** A representative who does not say for whom. */
    | 'no-client';
  /** The block that it is about; nothing for the signature. */
  readonly block: string | undefined;
  /** The choice of that block, for `choice-open` alone. */
  readonly choice?: string;
}

/** What the document asks and is not yet done, block by block, in the order of reading. */
function openInDocument({ document, acknowledged, choices, answers }: Signing): SigningProblem[] {
  return document.blocks.flatMap((block) => {
    const problems: SigningProblem[] = [];
    const { id, acknowledgement, check } = block;
    for (const { id: choice, options } of block.choices ?? []) {
      const chosen = choices.get(choiceKey(id, choice))?.option;
      if (!options.some((option) => option.id === chosen))
        problems.push({ code: 'choice-open', block: id, choice });
    }
    if (check && ['open', 'explained'].includes(checkState(check, answers.get(id))))
      problems.push({ code: 'check-open', block: id });
    if (acknowledgement !== undefined && !acknowledged.has(id))
      problems.push({ code: 'not-acknowledged', block: id });
    return problems;
  });
}

export function problemsOf(signing: Signing): readonly SigningProblem[] {
  const { name, representing, method, drawing } = signing;
  const codes: SigningProblem['code'][] = [];
  if (representing && !isNamed(representing.client)) codes.push('no-client');
  if (!isNamed(name)) codes.push('no-name');
  if (representing && !isNamed(representing.authority)) codes.push('no-authority');
  if (method === 'drawn' && !drawing?.strokes.length) codes.push('no-signature');
  return [...openInDocument(signing), ...codes.map((code) => ({ code, block: undefined }))];
}

/** What the record holds beside what the client did. */
export type RecordFrame = Pick<ConsentRecord2, 'practice' | 'textDigest' | 'timeZone' | 'widget'> & {
  /** The disclosures about electronic records under which it is signed; none where nothing is said. */
  readonly disclosures?: ConsentRecord2['disclosures'];
  readonly signedAt: string;
  /** The sentence above the signature. */
  readonly statement: string;
};

const written = (name: string): string => wellFormed(name).trim();

function signerOf({ name, representing }: Signing): Signer {
  if (!representing) return { name: written(name), role: 'self' };
  const { authority, client } = representing;
  return {
    name: written(name),
    role: 'representative',
    authority: written(authority),
    client: written(client),
  };
}

function choicesOf({ document, choices }: Signing): ConsentRecord2['choices'] {
  return document.blocks.flatMap((block) =>
    (block.choices ?? []).flatMap(({ id: choice, question, options }) => {
      const chosen = choices.get(choiceKey(block.id, choice));
      const option = options.find(({ id }) => id === chosen?.option);
      if (!chosen || !option) return [];
      return [{ block: block.id, choice, question, option: option.id, text: option.text, at: chosen.at }];
    }),
  );
}

/** The earlier of two instants in UTC, as a device's clock writes them. */
const earlier = (one: string, other: string): string => (one < other ? one : other);

/**
 * The same with no time after the signature's: a device's clock may be set back while somebody reads, and what they did
 * must not count as done after they signed, or before they were shown it.
 */
function inOrder(signing: Signing, signedAt: string): Signing {
  const acknowledged = new Map([...signing.acknowledged].map(([id, at]) => [id, earlier(at, signedAt)]));
  const choices = new Map(
    [...signing.choices].map(([id, chosen]) => [id, { ...chosen, at: earlier(chosen.at, signedAt) }]),
  );
  const all = [signedAt, ...acknowledged.values(), ...[...choices.values()].map(({ at }) => at)];
  return { ...signing, acknowledged, choices, shownAt: all.reduce(earlier, signing.shownAt) };
}

/** The record of a document that is ready to be signed. */
export function recordOf(
  given: Signing,
  { signedAt, statement, disclosures = [], ...frame }: RecordFrame,
): ConsentRecord2 {
  const signing = inOrder(given, signedAt);
  const { document, shownAt, acknowledged, answers, drawing, supersedes } = signing;
  const signed = { statement, at: signedAt };
  return {
    schema: 'kap/consent-record/2',
    ...frame,
    document,
    shownAt,
    acknowledgements: document.blocks.flatMap(({ id, acknowledgement }) => {
      const at = acknowledged.get(id);
      return at === undefined || acknowledgement === undefined
        ? []
        : [{ block: id, text: acknowledgement, at }];
    }),
    choices: choicesOf(signing),
    checks: document.blocks.flatMap(({ id, check }) => {
      const given = answers.get(id);
      if (!given || !check) return [];
      const isOffered = checkState(check, given) === 'together';
      return [{ block: id, answers: [...given], ...(isOffered && { together: signing.together.has(id) }) }];
    }),
    disclosures: [...disclosures],
    ...(supersedes !== undefined && { supersedes }),
    signer: signerOf(signing),
    signature:
      signing.method === 'drawn' && drawing
        ? { method: 'drawn', drawing, ...signed }
        : { method: 'typed', value: written(signing.name), ...signed },
    locale: document.locale,
  };
}
