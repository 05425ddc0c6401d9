import { readEntry, type Answers } from './answers.js';
import { enabledItems, type EnabledItem } from './enabled-items.js';
import { isQuestion, type Item, type Questionnaire } from './questionnaire.js';

/**
 * The ordinal values of the answers in one group, added up. Nothing is imputed: with something missing it is the sum
 * of what was answered and of nothing else.
 */
export interface GroupSum {
  /** Of the group; of questions that stand in none, the questionnaire's id. */
  readonly linkId: string;
  /** Which instance of a repeating group, from 1. */
  readonly position?: number;
  readonly title: string;
  readonly sum: number;
  /** The least and the most that the questions asked allow, all of them answered. */
  readonly min: number;
  readonly max: number;
  readonly answered: number;
  /** The questions that were asked and have no answer that counts, by their short names. */
  readonly missing: readonly string[];
}

const ordinalsOf = ({ answerOption = [] }: Item): readonly number[] =>
  answerOption.flatMap(({ ordinal }) => ordinal ?? []);

/** The least and the most that one question can count. */
function boundsOf(item: Item): readonly [number, number] {
  const ordinals = ordinalsOf(item);
  const total = (wanted: (ordinal: number) => boolean): number =>
    ordinals.filter(wanted).reduce((sum, ordinal) => sum + ordinal, 0);
  if (!item.repeats) return [Math.min(...ordinals), Math.max(...ordinals)];
  return [
    Math.min(
      total((ordinal) => ordinal < 0),
      Math.min(...ordinals),
    ),
    Math.max(
      total((ordinal) => ordinal > 0),
      Math.max(...ordinals),
    ),
  ];
}

/** What the answer counts; `undefined` where there is none, or one without an ordinal value is among them. */
function countOf({ item, path }: EnabledItem, answers: Answers): number | undefined {
  const reading = readEntry(item, answers.entries.get(path));
  if ('code' in reading || reading.values.length === 0) return undefined;
  const ordinals = reading.values.map(
    (value) => item.answerOption?.find(({ code }) => code === value)?.ordinal,
  );
  return ordinals.reduce<number | undefined>(
    (sum, ordinal) => (sum === undefined || ordinal === undefined ? undefined : sum + ordinal),
    0,
  );
}

/** The questions of a group, those under other questions among them and those of groups inside it not. */
const questionsOf = (items: readonly EnabledItem[]): readonly EnabledItem[] =>
  items
    .filter(({ item }) => item.type !== 'group')
    .flatMap((each) => [
      each,
      ...questionsOf([...each.items, ...each.instances.flatMap((instance) => instance.items)]),
    ])
    .filter(({ item, instances }) => isQuestion(item) && !item.hidden && instances.length === 0);

const rounded = (value: number): number => Number(value.toFixed(6));

function sumOf(
  named: Pick<GroupSum, 'linkId' | 'title' | 'position'>,
  items: readonly EnabledItem[],
  answers: Answers,
): readonly GroupSum[] {
  const counted = questionsOf(items).filter(({ item }) => ordinalsOf(item).length > 0);
  if (counted.length === 0) return [];
  const counts = counted.map((each) => ({ item: each.item, count: countOf(each, answers) }));
  const bounds = counted.map(({ item }) => boundsOf(item));
  return [
    {
      ...named,
      sum: rounded(counts.reduce((sum, { count = 0 }) => sum + count, 0)),
      min: rounded(bounds.reduce((sum, [least]) => sum + least, 0)),
      max: rounded(bounds.reduce((sum, [, most]) => sum + most, 0)),
      answered: counts.filter(({ count }) => count !== undefined).length,
      missing: counts.flatMap(({ item, count }) => (count === undefined ? [item.short ?? item.text] : [])),
    },
  ];
}

function sumsIn(items: readonly EnabledItem[], answers: Answers): readonly GroupSum[] {
  return items.flatMap((each) => {
    const { item, instances } = each;
    const inside = [...each.items, ...instances.flatMap((instance) => instance.items)];
    if (item.type !== 'group') return sumsIn(inside, answers);
    const named = { linkId: item.linkId, title: item.text };
    if (instances.length === 0) return [...sumOf(named, each.items, answers), ...sumsIn(inside, answers)];
    return instances.flatMap((instance, index) => [
      ...sumOf({ ...named, position: index + 1 }, instance.items, answers),
      ...sumsIn(instance.items, answers),
    ]);
  });
}

/**
 * The sum of each group that holds questions whose answers have ordinal values, and of such questions that stand in
 * no group. For clinicians: a client sees it only where the practice says so.
 */
export function sumsOf(questionnaire: Questionnaire, answers: Answers): readonly GroupSum[] {
  const { id: linkId, title } = questionnaire;
  const items = enabledItems(questionnaire, answers);
  return [...sumOf({ linkId, title }, items, answers), ...sumsIn(items, answers)];
}
