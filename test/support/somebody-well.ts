import { healthHistory } from '../../src/content/en/health-history.js';
import { NO_ANSWERS, type Answers, type ItemPath } from '../../src/domain/questionnaire/answers.js';
import { enabledItems, walk } from '../../src/domain/questionnaire/enabled-items.js';
import type { Entry } from '../../src/domain/questionnaire/entry.js';
import { isChoice, type Item } from '../../src/domain/questionnaire/questionnaire.js';

/** Where "No" is not the answer of somebody well. */
const OTHERWISE: Readonly<Record<string, string>> = {
  'emergency-knows': 'yes',
  'safe-at-home': 'yes',
  household: 'adults',
  'at-home': 'company',
  'ride-home': 'yes',
};

function entryOf(item: Item): Entry {
  const { linkId, type, format, answerOption = [] } = item;
  if (isChoice(item)) {
    const codes = answerOption.map(({ code }) => code);
    const code = OTHERWISE[linkId] ?? codes.find((each) => ['no', 'none', 'never'].includes(each));
    return [code ?? codes[0] ?? ''];
  }
  if (type === 'date') return { year: '1984', month: '3', day: '27' };
  if (format === 'email') return 'ana@mail.example';
  return format === 'phone' ? '503 555 0199' : 'Ana';
}

function answersOfSomebodyWell(): Answers {
  const entries = new Map<ItemPath, Entry>();
  for (const { item, path } of walk(enabledItems(healthHistory, NO_ANSWERS)))
    if (item.required) entries.set(path, entryOf(item));
  return { entries, instances: new Map() };
}

/** The health history of somebody without conditions and medicines: what is required, and nothing else. */
export const somebodyWell = answersOfSomebodyWell();
