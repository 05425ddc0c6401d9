import type { Answers, ItemPath } from '../../src/domain/questionnaire/answers.js';
import type { Entry } from '../../src/domain/questionnaire/entry.js';
import { isChoice, type Item, type Questionnaire } from '../../src/domain/questionnaire/questionnaire.js';
import { instancesAround, structureOf } from '../../src/domain/questionnaire/structure.js';

/** Answers by question: codes of choices, `1988-03-05` for dates, `168 cm` for amounts, words for the rest. */
export type Filled = Readonly<Record<string, string | readonly string[]>>;

function entryOf(item: Item, written: string | readonly string[]): Entry {
  const words = typeof written === 'string' ? [written] : written;
  const [only = ''] = words;
  if (isChoice(item))
    return words.map((word) =>
      item.answerOption?.some(({ code }) => code === word) || item.type === 'choice' ? word : ` ${word}`,
    );
  if (item.type === 'date') {
    const [year = '', month = '', day = ''] = only.split('-');
    return { year, month, day };
  }
  if (item.type !== 'quantity') return only;
  const [, amount = '', unit = ''] = /^(.+) (\S+)$/.exec(only) ?? [];
  return {
    amount,
    unit: item.units?.find(({ code, display }) => [code, display].includes(unit))?.code ?? '',
  };
}

/** The answers to some questions of a form; whatever repeats has one instance. */
export function fillIn(form: Questionnaire, filled: Filled): Answers {
  const structure = structureOf(form);
  const entries = new Map<ItemPath, Entry>();
  const instances = new Map<ItemPath, readonly number[]>();
  for (const [linkId, written] of Object.entries(filled)) {
    const place = structure.get(linkId);
    if (!place) throw new Error(`${form.id} has no ${linkId}.`);
    let scope = '';
    for (const group of instancesAround(place)) {
      instances.set(group.linkId + scope, [1]);
      scope = scope === '' ? '#1' : `${scope}.1`;
    }
    entries.set(linkId + scope, entryOf(place.item, written));
  }
  return { entries, instances };
}
