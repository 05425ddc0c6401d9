import * as z from 'zod/mini';
import { locale, plainDate, slug, text } from '../untrusted.js';
import type { Item, Questionnaire } from './questionnaire.js';

const condition = z.object({
  question: text(255),
  operator: z.enum(['exists', '=', '!=', '>', '<', '>=', '<=']),
  answer: z.string().check(z.maxLength(1000)),
});

const coding = z.object({ system: z.optional(text(300)), code: text(200), display: z.optional(text(1000)) });

/** What an answer of a list can stand for, where that is no code of ours. */
const optionValue = z.object({
  valueString: z.optional(text(4000)),
  valueInteger: z.optional(z.int()),
  valueDate: z.optional(plainDate),
  valueTime: z.optional(z.string().check(z.regex(/^\d\d:\d\d:\d\d$/))),
  valueCoding: z.optional(coding),
});

const answerOption = z.object({
  code: text(200),
  display: text(4000),
  exclusive: z.optional(z.boolean()),
  ordinal: z.optional(z.number()),
  value: z.optional(optionValue),
});

const words = z.string().check(z.maxLength(4000));

/** An entry as a field holds it: text, codes, the parts of a date, an amount with its unit. */
const entry = z.union([
  words,
  z.array(words),
  z.object({ year: words, month: words, day: words, time: z.optional(words), offset: z.optional(words) }),
  z.object({ amount: words, unit: words }),
]);

const bound = z.union([z.number(), text(40)]);
const count = z.number().check(z.minimum(0));

const item: z.ZodMiniType<Item> = z.object({
  linkId: text(255),
  type: z.enum([
    'group', 'display', 'boolean', 'integer', 'decimal', 'date', 'dateTime', 'time', 'string', 'text', 'url', 'choice',
    'open-choice', 'quantity',
  ]), // prettier-ignore
  text: words,
  prefix: z.optional(text(4000)),
  short: z.optional(text(4000)),
  hint: z.optional(text(4000)),
  why: z.optional(text(4000)),
  required: z.optional(z.boolean()),
  repeats: z.optional(z.boolean()),
  readOnly: z.optional(z.boolean()),
  hidden: z.optional(z.boolean()),
  sensitive: z.optional(z.boolean()),
  safety: z.optional(z.array(text(200))),
  enableWhen: z.optional(z.array(condition)),
  enableBehavior: z.optional(z.enum(['all', 'any'])),
  answerOption: z.optional(z.array(answerOption)),
  control: z.optional(z.enum(['radio', 'check-box', 'drop-down', 'autocomplete'])),
  initial: z.optional(z.array(entry)),
  min: z.optional(bound),
  max: z.optional(bound),
  decimals: z.optional(count),
  minLength: z.optional(count),
  maxLength: z.optional(count),
  pattern: z.optional(text(4000)),
  minOccurs: z.optional(count),
  maxOccurs: z.optional(count),
  format: z.optional(z.enum(['email', 'phone'])),
  dateOf: z.optional(z.enum(['birth', 'past'])),
  unit: z.optional(text(1000)),
  units: z.optional(
    z.array(z.object({ system: z.optional(text(300)), code: text(200), display: text(1000) })),
  ),
  autocomplete: z.optional(text(4000)),
  part: z.optional(z.enum(['medical', 'therapy', 'logistics'])),
  definition: z.optional(text(4000)),
  entryName: z.optional(text(4000)),
  get item() {
    return z.optional(z.array(item));
  },
});

/**
 * A questionnaire of our own form as it is published, for those who write one and for the endpoint. A page reads it
 * with more patience (`readQuestionnaire` in src/domain/fhir).
 */
export const questionnaire: z.ZodMiniType<Questionnaire> = z.object({
  schema: z.literal('kap/questionnaire/1'),
  id: slug,
  version: text(40),
  url: z.optional(text(250)),
  title: text(200),
  locale,
  introduction: z.optional(z.array(text(4000))),
  item: z.array(item).check(z.minLength(1)),
});
