import * as z from 'zod/mini';
import type { ResponseValue } from '../questionnaire/response-value.js';
import { instant, plainDate, text } from '../untrusted.js';

/** One answer in a FHIR R4 QuestionnaireResponse, and what stands under the question because of it. */
export interface ResponseAnswer extends ResponseValue {
  readonly item?: readonly ResponseItem[] | undefined;
}

export interface ResponseItem {
  readonly linkId: string;
  /** The question as the client read it. */
  readonly text?: string | undefined;
  readonly answer?: readonly ResponseAnswer[] | undefined;
  readonly item?: readonly ResponseItem[] | undefined;
}

const coding = z.object({
  system: z.optional(text(300)),
  code: text(200),
  display: z.optional(text(1000)),
});

/** A day, or as much of one as an answer of a list may name: a year, a month. */
const partialDate = z.string().check(z.regex(/^\d{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?)?$/));

/** A day, or a moment with its offset from UTC; http://hl7.org/fhir/R4/datatypes.html#dateTime. */
const dateTime = z.union([plainDate, instant]);
const timeOfDay = z.string().check(z.regex(/^([01]\d|2[0-3]):[0-5]\d:[0-5]\d$/));

const quantity = z.object({
  value: z.number(),
  unit: z.optional(text(1000)),
  system: z.optional(text(300)),
  code: z.optional(text(200)),
});

const hasOnlyItems = (value: object): boolean => Object.keys(value).join() === 'item';

const answer: z.ZodMiniType<ResponseAnswer> = z
  .strictObject({
    valueString: z.optional(text(20_000)),
    valueInteger: z.optional(z.int()),
    valueDecimal: z.optional(z.number()),
    valueBoolean: z.optional(z.boolean()),
    valueDate: z.optional(partialDate),
    valueDateTime: z.optional(dateTime),
    valueTime: z.optional(timeOfDay),
    valueUri: z.optional(text(2000)),
    valueQuantity: z.optional(quantity),
    valueCoding: z.optional(coding),
    item: z.optional(z.array(z.lazy(() => responseItem)).check(z.maxLength(2000))),
  })
  .check(
    z.refine(
      (value) =>
        Object.keys(value).filter((key) => key.startsWith('value')).length === (hasOnlyItems(value) ? 0 : 1),
      'exactly one value, or what stands under the question alone',
    ),
  );

const responseItem: z.ZodMiniType<ResponseItem> = z.object({
  linkId: text(255),
  text: z.optional(text(4000)),
  answer: z.optional(z.array(answer).check(z.maxLength(500))),
  get item() {
    return z.optional(z.array(responseItem).check(z.maxLength(2000)));
  },
});

/** FHIR R4 QuestionnaireResponse, http://hl7.org/fhir/R4/questionnaireresponse.html, as far as we write it. */
export const questionnaireResponse = z.object({
  resourceType: z.literal('QuestionnaireResponse'),
  /** Canonical address and version of the questionnaire, `urn:kap:questionnaire:health-history|1.0.0`. */
  questionnaire: text(300),
  status: z.enum(['in-progress', 'completed', 'amended']),
  authored: instant,
  item: z.array(responseItem).check(z.maxLength(2000)),
});

export type QuestionnaireResponse = z.infer<typeof questionnaireResponse>;
