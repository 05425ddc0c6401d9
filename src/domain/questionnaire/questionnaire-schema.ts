import * as z from 'zod/mini';
import { locale, slug, text } from '../untrusted.js';
import type { Item, Questionnaire } from './questionnaire.js';

const condition = z.object({
  question: text(255),
  operator: z.enum(['exists', '=', '!=', '>', '<', '>=', '<=']),
  answer: z.string().check(z.maxLength(1000)),
});

const item: z.ZodMiniType<Item> = z.object({
  linkId: text(255),
  type: z.enum(['group', 'display', 'string', 'text', 'integer', 'decimal', 'date', 'boolean', 'choice']),
  text: text(4000),
  short: z.optional(text(200)),
  hint: z.optional(text(2000)),
  why: z.optional(text(2000)),
  required: z.optional(z.boolean()),
  repeats: z.optional(z.boolean()),
  sensitive: z.optional(z.boolean()),
  enableWhen: z.optional(z.array(condition)),
  enableBehavior: z.optional(z.enum(['all', 'any'])),
  answerOption: z.optional(
    z.array(z.object({ code: text(200), display: text(1000), exclusive: z.optional(z.boolean()) })),
  ),
  min: z.optional(z.number()),
  max: z.optional(z.number()),
  maxLength: z.optional(z.number()),
  maxOccurs: z.optional(z.number()),
  format: z.optional(z.enum(['email', 'phone'])),
  dateOf: z.optional(z.enum(['birth', 'past'])),
  unit: z.optional(text(40)),
  autocomplete: z.optional(text(40)),
  part: z.optional(z.enum(['medical', 'therapy', 'logistics'])),
  definition: z.optional(text(300)),
  entryName: z.optional(text(80)),
  get item() {
    return z.optional(z.array(item));
  },
});

/** A questionnaire from an endpoint or a practice's own address. */
export const questionnaire: z.ZodMiniType<Questionnaire> = z.object({
  schema: z.literal('kap/questionnaire/1'),
  id: slug,
  version: text(40),
  title: text(200),
  locale,
  introduction: z.optional(z.array(text(4000))),
  item: z.array(item).check(z.minLength(1)),
});
