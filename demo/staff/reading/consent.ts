import type {
  ComprehensionCheck,
  ConsentBlock,
  ConsentChoice,
  ConsentSource,
  ConsentTerm,
} from '../../../src/domain/consent/document.js';
import type { ConsentRecord, ConsentRecord2 } from '../../../src/domain/consent/record.js';
import { checkState, type CheckState } from '../../../src/domain/consent/signing.js';
import { blocksToGoOver } from '../../../src/domain/consent/verify.js';

/** A comprehension check with what the client answered, first to last. */
export interface ReadCheck {
  readonly question: string;
  readonly given: readonly { readonly words: string; readonly isRight: boolean }[];
  /** What they could have answered as well. */
  readonly others: readonly string[];
  readonly state: CheckState;
  /** After two misses: whether they would like to go over it; missing in records that did not ask. */
  readonly together: boolean | undefined;
  readonly explanation: string;
}

/** A sentence to tick; `at` is missing where the record does not say that it was ticked. */
export interface ReadAcknowledgement {
  readonly text: string;
  readonly at: string | undefined;
}

/** A choice where every answer is as good as another: what was chosen is a plain fact, whichever it is. */
export interface ReadChoice {
  readonly question: string;
  /** Missing where the record does not say that anything was chosen. */
  readonly chosen: { readonly words: string; readonly at: string } | undefined;
  /** What they could have chosen as well. */
  readonly others: readonly string[];
}

/** A passage of the document as the client saw it, with what they said to it. */
export interface ReadBlock {
  readonly id: string;
  readonly heading: string | undefined;
  readonly paragraphs: readonly string[];
  readonly list: readonly string[];
  readonly choices: readonly ReadChoice[];
  readonly acknowledgements: readonly ReadAcknowledgement[];
  readonly check: ReadCheck | undefined;
  readonly sources: readonly ConsentSource[];
}

export interface ReadConsent {
  readonly blocks: readonly ReadBlock[];
  /** Passages whose check was missed twice: clinician and client go over them together. */
  readonly toGoOver: readonly ReadBlock[];
  /** What the record says was ticked or chosen and the document has no place for. */
  readonly strays: readonly ReadAcknowledgement[];
  readonly terms: readonly ConsentTerm[];
}

const NOT_OFFERED = 'An answer that this document does not have';

function readCheck(
  { question, answers, explanation }: ComprehensionCheck,
  given: readonly string[],
  together: boolean | undefined,
): ReadCheck {
  return {
    question,
    given: given.map((id) => {
      const answer = answers.find((each) => each.id === id);
      return { words: answer?.text ?? NOT_OFFERED, isRight: answer?.right === true };
    }),
    others: answers.filter(({ id }) => !given.includes(id)).map(({ text }) => text),
    state: checkState({ question, answers, explanation }, given),
    together,
    explanation,
  };
}

/** Says what the record says, also where that is not what the document asked: the verdict tells the difference. */
function readAcknowledgements(
  { id, acknowledgement }: ConsentBlock,
  { acknowledgements }: ConsentRecord,
): readonly ReadAcknowledgement[] {
  const ticked = acknowledgements.filter(({ block }) => block === id);
  const isTicked = ticked.some(({ text }) => text === acknowledgement);
  if (acknowledgement === undefined || isTicked) return ticked;
  return [{ text: acknowledgement, at: undefined }, ...ticked];
}

/** Records of the first version had no choices and no disclosures. */
const choicesOf = (record: ConsentRecord): ConsentRecord2['choices'] =>
  record.schema === 'kap/consent-record/2' ? record.choices : [];

/** What was chosen, in the record's own words. */
function readChoice(
  { id, question, options }: ConsentChoice,
  block: string,
  record: ConsentRecord,
): ReadChoice {
  const given = choicesOf(record).find((each) => each.block === block && each.choice === id);
  return {
    question,
    chosen: given && { words: given.text, at: given.at },
    others: options.filter((option) => option.id !== given?.option).map(({ text }) => text),
  };
}

/** Ticks and choices that belong to no passage, or to no choice of it. */
function straysOf(record: ConsentRecord): readonly ReadAcknowledgement[] {
  const { blocks } = record.document;
  const known = new Set(blocks.map(({ id }) => id));
  const ticks = record.acknowledgements.filter(({ block }) => !known.has(block));
  const chosen = choicesOf(record).filter(
    ({ block, choice }) =>
      !blocks.some(({ id, choices = [] }) => id === block && choices.some((each) => each.id === choice)),
  );
  return [...ticks, ...chosen.map(({ question, text, at }) => ({ text: `${question} ${text}`, at }))];
}

/** The disclosures about electronic records under which it was signed. */
export const disclosuresOf = (record: ConsentRecord): ConsentRecord2['disclosures'] =>
  record.schema === 'kap/consent-record/2' ? record.disclosures : [];

/** Who signed, for whom, and by what right. */
export function signerInWords({ signer }: Pick<ConsentRecord, 'signer'>): string {
  return signer.role === 'representative'
    ? `${signer.name}, for ${signer.client}, as ${signer.authority}`
    : `${signer.name}, for themselves`;
}

/** A consent record as a clinician reads it. */
export function readConsent(record: ConsentRecord): ReadConsent {
  const blocks = record.document.blocks.map((block) => {
    const checks = record.checks.filter((check) => check.block === block.id);
    const given = checks.flatMap(({ answers }) => answers);
    return {
      id: block.id,
      heading: block.heading,
      paragraphs: block.paragraphs,
      list: block.list ?? [],
      choices: (block.choices ?? []).map((choice) => readChoice(choice, block.id, record)),
      acknowledgements: readAcknowledgements(block, record),
      check: block.check && readCheck(block.check, given, checks.at(-1)?.together),
      sources: block.sources ?? [],
    };
  });
  const missed = blocksToGoOver(record);
  return {
    blocks,
    toGoOver: blocks.filter(({ id }) => missed.includes(id)),
    strays: straysOf(record),
    terms: record.document.terms ?? [],
  };
}

/** What came of the offer to go over a passage that was missed twice. */
export function wishInWords({ together }: Pick<ReadCheck, 'together'>): string {
  if (together === undefined) return 'They were told that you will go over it together.';
  return together ? 'They would like to go over it with you.' : 'They did not ask to go over it.';
}

/** A check in a few words: how it went. */
export function checkInWords({ state, given, together }: Omit<ReadCheck, 'question' | 'others'>): string {
  switch (state) {
    case 'right':
      return given.length === 1 ? 'Right at the first answer' : `Right at answer ${given.length}`;
    case 'explained':
      return 'Missed once and not answered again';
    case 'together':
      return together
        ? 'Missed twice: they would like to go over it together'
        : 'Missed twice: to go over together';
    case 'open':
      return 'Not answered';
  }
}
