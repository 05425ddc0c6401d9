import type { Answers } from '../../src/domain/questionnaire/answers.js';
import { withEntry, withInstance, withoutInstance } from '../../src/domain/questionnaire/edit-answers.js';
import { enabledItems, walk } from '../../src/domain/questionnaire/enabled-items.js';
import {
  allItems,
  isChoice,
  isQuestion,
  isRepeated,
  type Condition,
  type Item,
  type ItemType,
  type Questionnaire,
} from '../../src/domain/questionnaire/questionnaire.js';
import { entryFor } from './answers.js';
import { oneOf, seeded } from './seeded.js';
import { form, item, options } from './small-forms.js';

const QUESTIONS: readonly ItemType[] = [
  'boolean',
  'integer',
  'decimal',
  'date',
  'dateTime',
  'time',
  'string',
  'text',
  'url',
  'choice',
  'open-choice',
  'quantity',
];

const UNITS = [
  { code: 'cm', display: 'cm', system: 'http://unitsofmeasure.org' },
  { code: '[in_i]', display: 'in', system: 'http://unitsofmeasure.org' },
];

/** An answer that a condition may look for, of the question's kind. */
function answerTo({ type, answerOption }: Item, draw: () => number): string {
  if (answerOption) return oneOf(answerOption, draw).code;
  switch (type) {
    case 'boolean':
      return oneOf(['true', 'false'], draw);
    case 'date':
      return '1990-01-01';
    case 'dateTime':
      return '1990-01-01T00:00:00Z';
    case 'time':
      return '12:00:00';
    case 'integer':
    case 'decimal':
    case 'quantity':
      return oneOf(['0', '7', '66'], draw);
    default:
      return 'Ana';
  }
}

function conditionOn(question: Item, draw: () => number): Condition {
  const { linkId } = question;
  if (draw() < 0.3) return { question: linkId, operator: 'exists', answer: oneOf(['true', 'false'], draw) };
  const operator = oneOf(['=', '!=', '>', '<', '>=', '<='] as const, draw);
  return { question: linkId, operator, answer: answerTo(question, draw) };
}

/** Where conditions look; those that look anywhere may wait for each other. */
type Look = 'back' | 'ahead' | 'anywhere';

/** A form of about `size` items with all types, up to six levels deep; the same for the same seed. */
export function randomForm(seed: number, size: number, look: Look): Questionnaire {
  const draw = seeded(seed);
  let left = size;
  const items = (depth: number): Item[] => {
    const made: Item[] = [];
    for (let count = 1 + Math.floor(draw() * 5); count > 0 && left > 0; count -= 1) {
      const linkId = `i${left--}`;
      const type = draw() < 0.3 ? 'group' : oneOf(QUESTIONS, draw);
      const children = depth < 6 && (type === 'group' || draw() < 0.2) ? items(depth + 1) : [];
      made.push(
        item(linkId, type, {
          ...(draw() < 0.3 && { repeats: true }),
          ...(draw() < 0.1 && { minOccurs: 2 }),
          ...(draw() < 0.2 && { required: true }),
          ...(type.endsWith('choice') && { answerOption: options }),
          ...(type === 'quantity' && { units: UNITS }),
          ...(children.length > 0 && { item: children }),
        }),
      );
    }
    return made;
  };
  const roots: Item[] = [];
  for (let made = items(1); made.length > 0; made = items(1)) roots.push(...made);
  const all = [...allItems(roots)];
  const questionsFor = (each: Item): readonly Item[] => {
    const at = all.indexOf(each);
    const end = at + [...allItems([each])].length;
    return all.filter(
      (other, index) =>
        isQuestion(other) && (look === 'anywhere' || (look === 'back' ? index < at : index >= end)),
    );
  };
  const withConditions = (each: Item): Item => {
    const questions = questionsFor(each);
    return {
      ...each,
      ...(draw() < 0.5 &&
        questions.length > 0 && {
          enableWhen: Array.from({ length: 1 + Math.floor(draw() * 2) }, () =>
            conditionOn(oneOf(questions, draw), draw),
          ),
          enableBehavior: oneOf(['all', 'any'] as const, draw),
        }),
      ...(each.item && { item: each.item.map(withConditions) }),
    };
  };
  return form(...roots.map(withConditions));
}

/** One thing that a client does next, on what they see. */
export function randomEdit(questionnaire: Questionnaire, answers: Answers, draw: () => number): Answers {
  const shown = [...walk(enabledItems(questionnaire, answers))];
  if (shown.length === 0) return answers;
  const { item: each, path, instances } = oneOf(shown, draw);
  if (isRepeated(each)) {
    if (instances.length === 0 || (instances.length < 4 && draw() < 0.5))
      return withInstance(answers, each, path);
    return withoutInstance(answers, each, path, oneOf(instances, draw).key);
  }
  if (isQuestion(each) || isChoice(each)) {
    const entry = entryFor(each, draw);
    if (entry !== undefined) return withEntry(answers, path, entry);
  }
  return answers;
}
