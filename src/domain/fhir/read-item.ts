import { patternOf, readEntry, scopeOf } from '../questionnaire/answers.js';
import type { Entry } from '../questionnaire/entry.js';
import {
  isChoice,
  isQuestion,
  isRepeated,
  type AnswerOption,
  type Condition,
  type Item,
  type ItemType,
} from '../questionnaire/questionnaire.js';
import {
  codingOf,
  listOf,
  looseOf,
  optionValueOf,
  valuesOf,
  withExtensions,
  wordsOf,
  type Loose,
  type Unsupported,
} from './loose.js';
import { codeOf, entryOf, hasValue } from './read-response.js';
import { VALUE_NAMES } from './write-response.js';

/** Takes a sentence about an item, for whoever made the questionnaire. */
export type Note = (linkId: string | undefined, sentence: string) => void;

/** An item while it is read. */
type Draft = { -readonly [Field in keyof Item]: Item[Field] };

/** More of one thing than anybody wants to find on a page. */
const MOST_AT_FIRST = 99;

/** The simple fields by the type of their values. */
const FIELDS = {
  string: 'prefix short hint why pattern unit autocomplete definition entryName min max',
  boolean: 'required repeats readOnly hidden sensitive',
  number: 'decimals minLength maxLength minOccurs maxOccurs min max',
};

/** Fields that are one of a few words. */
const WORDS = {
  control: 'radio check-box drop-down autocomplete',
  format: 'email phone',
  dateOf: 'birth past',
  part: 'medical therapy logistics',
  enableBehavior: 'all any',
};

/** LOINC's codes for questions about suicide: PHQ-9 item 9, the C-SSRS screener, ASQ. */
const SAFETY = /^(44260|932(4[6-9]|50|67|69)|1155(6[6-9]|7[0-2]))-\d$/;
/** "No", by LOINC's codes, SNOMED's, or plainly. */
const NO = /^(no?|not at all|never|0|false|LA32-8|LA6568-5|373067005)$/i;

/** A repetition of something that repeats: some texts would keep such a pattern busy for ever. */
const ENDLESS = /[+*}]\)[+*{]/;

/** Types that may have a list of answers. */
const MAY_HAVE_OPTIONS = /choice|^(integer|date|time|string|text)$/;

/** Controls of a text that helps with the question it stands under. */
const HELPS = /help|flyover|prompt|instructions/;

const OPERATOR = /^(exists|!?=|[<>]=?)$/;

const isSimple = (value: unknown): value is string | number | boolean =>
  /string|number|boolean/.test(typeof value);

/** The answers in a set of codes that the questionnaire carries, http://hl7.org/fhir/R4/valueset.html. */
function conceptsIn(list: unknown, unsupported: Unsupported, around?: unknown): readonly Loose[] {
  return listOf(list).flatMap(({ system = around, contains, concept, abstract, ...each }) => {
    const within = conceptsIn(contains ?? concept, unsupported, system);
    if (each['code'] && !abstract) return [{ system, ...each }, ...within];
    if (within.length === 0) unsupported('answerValueSet');
    return within;
  });
}

interface Options {
  readonly options: readonly AnswerOption[];
  /** The codes of those that are chosen at first. */
  readonly selected: readonly string[];
}

function readOptions(written: readonly Loose[], unsupported: Unsupported): Options {
  const options: AnswerOption[] = [];
  const selected: string[] = [];
  for (const each of written) {
    const fields = withExtensions(each, unsupported);
    const value = optionValueOf(looseOf(fields['value'] ?? fields));
    const simple = Object.values(value ?? {}).map(String)[0];
    let code = wordsOf(fields['code'], 200) ?? value?.valueCoding?.code ?? simple;
    if (code === undefined) {
      unsupported(Object.keys(each).find((key) => key.startsWith('value')) ?? 'answerOption');
      continue;
    }
    const display = wordsOf(fields['display']) ?? value?.valueCoding?.display ?? code;
    // One code of two systems is two answers.
    while (options.some((option) => option.code === code)) code += '~';
    const [ordinal] = valuesOf(fields['ordinal']);
    options.push({
      code,
      display,
      ...(valuesOf(fields['exclusive'])[0] === true && { exclusive: true }),
      ...(typeof ordinal === 'number' && { ordinal }),
      ...(value && { value }),
    });
    if (fields['initialSelected'] === true) selected.push(code);
  }
  return { options, selected };
}

/** An entry of ours, or the one that FHIR's `initial` stands for; nothing where its field can't take it. */
function entryIn(item: Item, given: unknown): Entry | undefined {
  try {
    const answer = { ...looseOf(given), ...optionValueOf(looseOf(given)) };
    const entry = hasValue(answer) ? entryOf(item, [answer]) : (given as Entry);
    const reading = readEntry(item, entry);
    return 'values' in reading && reading.values.length > 0 ? entry : undefined;
  } catch {
    // Whatever stands there, it is no entry.
    return undefined;
  }
}

function readInitial(item: Item, from: unknown, selected: readonly string[], unsupported: Unsupported) {
  const entries: Entry[] = [];
  for (const each of [...selected.map((code) => [code]), ...valuesOf(from)]) {
    const entry = entryIn(item, each);
    if (entry === undefined) unsupported('initial');
    else entries.push(entry);
  }
  if (entries.length === 0) return undefined;
  if (isRepeated(item)) return entries;
  return isChoice(item) && item.repeats ? [entries.flat() as readonly string[]] : entries.slice(0, 1);
}

function readFields(item: Draft, fields: Loose, unsupported: Unsupported): void {
  const known: Record<string, unknown> = {};
  for (const [type, names] of Object.entries(FIELDS))
    for (const name of names.split(' ')) {
      const [value] = valuesOf(fields[name]);
      if (typeof value === type) known[name] = wordsOf(value) ?? value;
    }
  for (const [name, words] of Object.entries(WORDS)) {
    const word = String(fields[name]).replace('-button', '');
    if (words.split(' ').includes(word)) known[name] = word;
  }
  Object.assign(item, known);
  item.minOccurs &&= Math.min(item.minOccurs, MOST_AT_FIRST);
  item.maxLength &&= Math.min(item.maxLength, 20_000);
  item.definition = item.definition?.replace(/^.*\/Patient#/, '');
  if (item.maxOccurs !== undefined && item.maxOccurs < (item.minOccurs ?? 0)) {
    unsupported('minOccurs above maxOccurs');
    item.minOccurs = undefined;
  }
  if (item.pattern !== undefined && (ENDLESS.test(item.pattern) || !patternOf(item.pattern))) {
    unsupported('regex');
    item.pattern = undefined;
  }
  const units = valuesOf([fields['unit'], fields['units']].flat()).flatMap((each) => codingOf(each) ?? []);
  if (units.length === 0) return;
  if (item.type === 'quantity') item.units = units;
  else item.unit = units[0]?.display;
}

/** The answers that bring up people to call, where the questionnaire says so or LOINC's code of the question does. */
function safetyOf({ type, answerOption = [] }: Item, { safety, code }: Loose): readonly string[] | undefined {
  if (Array.isArray(safety)) return safety.map(String);
  if (!listOf(code).some((each) => SAFETY.test(String(each['code'])))) return undefined;
  if (type === 'boolean') return ['true'];
  const isNo = (option: AnswerOption) =>
    option.ordinal === 0 ||
    [option.value?.valueCoding?.code ?? option.code, option.display].some((words) => NO.test(words));
  return answerOption.filter((option) => !isNo(option)).map((option) => option.code);
}

/** Reads the items of our questionnaires or FHIR's; `contained` are the resources that the questionnaire carries. */
export function readItems(roots: unknown, contained: readonly Loose[], note: Note): readonly Item[] {
  const all = new Map<string, Draft>();
  const waiting = new Map<Draft, readonly Loose[]>();

  const read = (from: Loose, parent?: Draft): readonly Draft[] => {
    const { linkId: given, type: kind, enableWhen } = from;
    const linkId = wordsOf(given) ?? '';
    const leaveOut = (why: string): readonly Draft[] => {
      note(linkId, `Left out: ${why}.`);
      return [];
    };
    if (!linkId || linkId !== given || linkId.length > 255 || scopeOf(linkId))
      return leaveOut('its linkId can’t be used');
    if (all.has(linkId)) return leaveOut('its linkId is taken');
    if (!Object.hasOwn(VALUE_NAMES, String(kind))) return leaveOut(`its type is ${String(kind)}`);

    const unsupported = (feature: string) => note(linkId, `${feature} is not supported.`);
    const fields = withExtensions(from, unsupported);
    // FHIR lets nothing stand under a text; where something does, it is not lost.
    const type = kind === 'display' && listOf(from['item']).length > 0 ? 'group' : (kind as ItemType);
    const item: Draft = { linkId, type, text: wordsOf(fields['text']) ?? '' };
    const isHelp = type === 'display' && HELPS.test(String(fields['control'])) && enableWhen === undefined;
    if (isHelp && parent && isQuestion(parent) && parent.hint === undefined) {
      parent.hint = item.text;
      return [];
    }
    readFields(item, fields, unsupported);
    item.hidden ||= parent?.hidden;
    const { options, selected } = readOptions(optionsFor(fields, type, unsupported), unsupported);
    if (options.length > 0 || type === 'open-choice') item.answerOption = options;
    if (type === 'choice' && options.length === 0) return leaveOut('it has no answers');
    item.safety = safetyOf(item, fields);

    all.set(linkId, item);
    const children = listOf(from['item']).flatMap((child) => read(child, item));
    if (children.length > 0) item.item = children;
    if (isQuestion(item)) item.initial = readInitial(item, fields['initial'], selected, unsupported);
    const conditions = listOf(enableWhen);
    if (conditions.length > 0) waiting.set(item, conditions);
    return [item];
  };

  const optionsFor = ({ answerOption, answerValueSet }: Loose, type: string, unsupported: Unsupported) => {
    if (!MAY_HAVE_OPTIONS.test(type)) return [];
    if (typeof answerValueSet !== 'string') return listOf(answerOption);
    const set = contained.find(({ id }) => `#${String(id)}` === answerValueSet);
    if (!set) unsupported('answerValueSet');
    const { expansion, compose } = looseOf(set);
    const concepts = looseOf(expansion)['contains'] ?? looseOf(compose)['include'];
    return conceptsIn(concepts, unsupported).map((valueCoding) => ({ valueCoding }));
  };

  const readCondition = (item: Item, from: Loose): Condition => {
    const question = String(from['question']);
    const operator = String(from['operator']);
    const asks = all.get(question);
    const [name = '', value] = Object.entries(from).find(([key]) => key.startsWith('answer')) ?? [];
    const option = { [name.replace('answer', 'value')]: value };
    const code = asks && isChoice(asks) ? codeOf(asks, optionValueOf(option) ?? {}) : undefined;
    const answer = code ?? looseOf(value)['value'] ?? value;
    const [usual] = asks?.units ?? [];
    const unit = looseOf(value)['code'];
    if (usual && unit !== undefined && unit !== usual.code)
      note(item.linkId, `Its condition on ${question} is in another unit than the first one there.`);
    if (asks && isQuestion(asks) && OPERATOR.test(operator) && isSimple(answer))
      return { question, operator: operator as Condition['operator'], answer: String(answer) };
    note(item.linkId, `Its condition on ${question} can't be met.`);
    return { question: '', operator: '=', answer: '' };
  };

  const items = listOf(roots).flatMap((each) => read(each));
  for (const [item, conditions] of waiting)
    item.enableWhen = conditions.map((each) => readCondition(item, each));
  return items;
}
