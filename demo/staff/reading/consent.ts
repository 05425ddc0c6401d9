import type { ComprehensionCheck, ConsentBlock } from '../../../src/domain/consent/document.js';
import type { ConsentRecord } from '../../../src/domain/consent/record.js';
import { checkState, type CheckState } from '../../../src/domain/consent/signing.js';
import { blocksToGoOver } from '../../../src/domain/consent/verify.js';

/** A comprehension check with what the client answered, first to last. */
export interface ReadCheck {
  readonly question: string;
  readonly given: readonly { readonly words: string; readonly isRight: boolean }[];
  /** What they could have answered as well. */
  readonly others: readonly string[];
  readonly state: CheckState;
  readonly explanation: string;
}

/** A sentence to tick; `at` is missing where the record does not say that it was ticked. */
export interface ReadAcknowledgement {
  readonly text: string;
  readonly at: string | undefined;
}

/** A passage of the document as the client saw it, with what they said to it. */
export interface ReadBlock {
  readonly id: string;
  readonly heading: string | undefined;
  readonly paragraphs: readonly string[];
  readonly list: readonly string[];
  readonly acknowledgements: readonly ReadAcknowledgement[];
  readonly check: ReadCheck | undefined;
}

export interface ReadConsent {
  readonly blocks: readonly ReadBlock[];
  /** Passages whose check was missed twice: clinician and client go over them together. */
  readonly toGoOver: readonly ReadBlock[];
  /** What the record says was ticked and the document has no place for. */
  readonly strays: readonly ReadAcknowledgement[];
}

const NOT_OFFERED = 'An answer that this document does not have';

function readCheck(
  { question, answers, explanation }: ComprehensionCheck,
  given: readonly string[],
): ReadCheck {
  return {
    question,
    given: given.map((id) => {
      const answer = answers.find((each) => each.id === id);
      return { words: answer?.text ?? NOT_OFFERED, isRight: answer?.right === true };
    }),
    others: answers.filter(({ id }) => !given.includes(id)).map(({ text }) => text),
    state: checkState({ question, answers, explanation }, given),
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

/** A consent record as a clinician reads it. */
export function readConsent(record: ConsentRecord): ReadConsent {
  const blocks = record.document.blocks.map((block) => {
    const given = record.checks.filter((check) => check.block === block.id).flatMap(({ answers }) => answers);
    return {
      id: block.id,
      heading: block.heading,
      paragraphs: block.paragraphs,
      list: block.list ?? [],
      acknowledgements: readAcknowledgements(block, record),
      check: block.check && readCheck(block.check, given),
    };
  });
  const missed = blocksToGoOver(record);
  const known = new Set(blocks.map(({ id }) => id));
  return {
    blocks,
    toGoOver: blocks.filter(({ id }) => missed.includes(id)),
    strays: record.acknowledgements.filter(({ block }) => !known.has(block)),
  };
}

/** A check in a few words: how it went. */
export function checkInWords({ state, given }: Pick<ReadCheck, 'state' | 'given'>): string {
  switch (state) {
    case 'right':
      return given.length === 1 ? 'Right at the first answer' : `Right at answer ${given.length}`;
    case 'explained':
      return 'Missed once and not answered again';
    case 'together':
      return 'Missed twice: to go over together';
    case 'open':
      return 'Not answered';
  }
}
