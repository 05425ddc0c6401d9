import { differences, movedBlocks, type BlockDifference } from '../../../src/domain/consent/differences.js';
import type { ConsentBlock, ConsentDocument, ConsentSource } from '../../../src/domain/consent/document.js';
import { commonRun } from './common-run.js';

/** A piece of text; `isOther` where the other version does not have it. */
export interface Piece {
  readonly text: string;
  readonly isOther: boolean;
}

/** A line of a passage in both versions; a side is missing where its version does not have the line. */
export interface DifferingLine {
  /** What kind of line it is: "Text", "To tick". */
  readonly label: string;
  readonly before: readonly Piece[] | undefined;
  readonly after: readonly Piece[] | undefined;
}

export type PassageChange = 'changed' | 'added' | 'removed' | 'moved';

/** A passage that is not the same in both versions. */
export interface DifferingPassage {
  readonly id: string;
  readonly heading: string;
  readonly what: PassageChange;
  /** Only those that differ. None where what differs is nothing that clients read, or only the place. */
  readonly lines: readonly DifferingLine[];
  /** It also stands in another place. */
  readonly isMoved: boolean;
}

export interface ReadDifferences {
  readonly passages: readonly DifferingPassage[];
  /** How many passages are the same, word for word. */
  readonly same: number;
  /** Where the versions are in different languages, those. */
  readonly languages: readonly [string, string] | undefined;
}

interface Line {
  readonly label: string;
  readonly text: string;
}

const lines = (label: string, texts: readonly (string | undefined)[]): readonly Line[] =>
  texts.flatMap((text) => (text === undefined ? [] : [{ label, text }]));

/** Where a number comes from, in one line. */
export function sourceInWords({ claim, source, year, count, comparison }: ConsentSource): string {
  const people = count === undefined ? '' : `, ${count} people`;
  return `${claim} (${source}, ${year}${people}; ${comparison})`;
}

/** All that a client reads of a passage, line by line. */
function linesOf(block: ConsentBlock | undefined): readonly Line[] {
  if (block === undefined) return [];
  const { heading, paragraphs, list = [], acknowledgement, choices = [], check, sources = [] } = block;
  return [
    ...lines('Heading', [heading]),
    ...lines('Text', paragraphs),
    ...lines('List', list),
    ...choices.flatMap(({ question, options }) => [
      ...lines('Choice', [question]),
      ...lines(
        'To choose',
        options.map(({ text }) => text),
      ),
    ]),
    ...lines('To tick', [acknowledgement]),
    ...lines('Question', [check?.question]),
    ...lines(
      'Answer',
      (check?.answers ?? []).map(({ text, right }) => (right === true ? `${text} (right)` : text)),
    ),
    ...lines('Explanation', [check?.explanation]),
    ...lines('Source', sources.map(sourceInWords)),
  ];
}

/** Neighbours of the same kind are joined, so that a changed sentence is one piece and not a row of words. */
function piecesOf(words: readonly string[], kept: ReadonlySet<number>): readonly Piece[] {
  const pieces: Piece[] = [];
  for (const [place, text] of words.entries()) {
    const isOther = !kept.has(place);
    const last = pieces.at(-1);
    if (last?.isOther === isOther) pieces[pieces.length - 1] = { text: last.text + text, isOther };
    else pieces.push({ text, isOther });
  }
  return pieces;
}

const whole = (text: string): readonly Piece[] => [{ text, isOther: true }];

/** Two wordings of one line, with the words marked that the other does not have. */
function marked(before: string, after: string): Pick<DifferingLine, 'before' | 'after'> {
  const [old, now] = [before, after].map((text) => text.split(/(?<=\s)/));
  const pairs = commonRun(old ?? [], now ?? []);
  return {
    before: piecesOf(old ?? [], new Set(pairs.map(([place]) => place))),
    after: piecesOf(now ?? [], new Set(pairs.map(([, place]) => place))),
  };
}

/** Lines between two that are the same: those of one kind are held against each other in their order. */
function gapLines(before: readonly Line[], after: readonly Line[]): readonly DifferingLine[] {
  const left = [...after];
  const paired = before.map(({ label, text }): DifferingLine => {
    const at = left.findIndex((line) => line.label === label);
    const [other] = at < 0 ? [] : left.splice(at, 1);
    return other === undefined
      ? { label, before: whole(text), after: undefined }
      : { label, ...marked(text, other.text) };
  });
  return [...paired, ...left.map(({ label, text }) => ({ label, before: undefined, after: whole(text) }))];
}

function differingLines(before: readonly Line[], after: readonly Line[]): readonly DifferingLine[] {
  const keys = (of: readonly Line[]): readonly string[] => of.map(({ label, text }) => `${label}\n${text}`);
  const same = [...commonRun(keys(before), keys(after)), [before.length, after.length] as const];
  let [one, other] = [0, 0];
  return same.flatMap(([nextOne, nextOther]) => {
    const gap = gapLines(before.slice(one, nextOne), after.slice(other, nextOther));
    [one, other] = [nextOne + 1, nextOther + 1];
    return gap;
  });
}

function readPassage(
  { id, what, before, after }: BlockDifference,
  moved: boolean,
): readonly DifferingPassage[] {
  if (what === 'same' && !moved) return [];
  const heading = after?.heading ?? before?.heading ?? after?.paragraphs[0] ?? before?.paragraphs[0] ?? id;
  return [
    {
      id,
      heading,
      what: what === 'same' ? 'moved' : what,
      lines: what === 'same' ? [] : differingLines(linesOf(before), linesOf(after)),
      isMoved: moved,
    },
  ];
}

/** What stands above and beside the passages: the title, and the words that are explained. */
function readFrame(
  id: string,
  heading: string,
  before: readonly Line[],
  after: readonly Line[],
): readonly DifferingPassage[] {
  const differing = differingLines(before, after);
  return differing.length === 0 ? [] : [{ id, heading, what: 'changed', lines: differing, isMoved: false }];
}

const termLines = ({ terms = [] }: ConsentDocument): readonly Line[] =>
  lines(
    'Word',
    terms.map(({ term, meaning }) => `${term}: ${meaning}`),
  );

/** What is different from one text to the other, for somebody who reads both; all that a client reads is held. */
export function readDifferences(before: ConsentDocument, after: ConsentDocument): ReadDifferences {
  const blocks = differences(before, after);
  const moved = movedBlocks(before, after);
  return {
    passages: [
      ...readFrame('/title', 'The title', lines('Title', [before.title]), lines('Title', [after.title])),
      ...blocks.flatMap((each) => readPassage(each, moved.has(each.id))),
      ...readFrame('/terms', 'Words that are explained', termLines(before), termLines(after)),
    ],
    same: blocks.filter(({ id, what }) => what === 'same' && !moved.has(id)).length,
    languages: before.locale === after.locale ? undefined : [before.locale, after.locale],
  };
}

const CHANGES: Readonly<Record<PassageChange, string>> = {
  changed: 'Changed',
  added: 'Added',
  removed: 'Removed',
  moved: 'Moved to another place',
};

/** What became of a passage, in the words of its mark. */
export const changeInWords = ({ what, isMoved }: Pick<DifferingPassage, 'what' | 'isMoved'>): string =>
  isMoved && what === 'changed' ? 'Changed, and moved to another place' : CHANGES[what];

/** "2 passages are not the same, 24 are." */
export function differencesInWords({ passages, same }: ReadDifferences): string {
  if (passages.length === 0) return 'The two texts are the same, word for word.';
  const rest = same === 1 ? '1 passage is the same' : `${same} passages are the same`;
  const differing = passages.length === 1 ? '1 difference' : `${passages.length} differences`;
  return same === 0 ? `${differing}, and no passage is the same.` : `${differing}. ${rest}, word for word.`;
}
