import * as z from 'zod/mini';
import { instant, plainDate, text } from '../untrusted.js';

/** One answer in a FHIR R4 QuestionnaireResponse: exactly one of the `value…` fields, and what stands under the question. */
export interface ResponseAnswer {
  readonly valueString?: string | undefined;
  readonly valueInteger?: number | undefined;
  readonly valueDecimal?: number | undefined;
  readonly valueBoolean?: boolean | undefined;
  readonly valueDate?: string | undefined;
  readonly valueCoding?: Coding | undefined;
  readonly item?: readonly ResponseItem[] | undefined;
}

export interface Coding {
  readonly system?: string | undefined;
  readonly code: string;
  /** The words as the client read them. */
  readonly display?: string | undefined;
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

const answer: z.ZodMiniType<ResponseAnswer> = z
  .strictObject({
    valueString: z.optional(text(20_000)),
    valueInteger: z.optional(z.int()),
    valueDecimal: z.optional(z.number()),
    valueBoolean: z.optional(z.boolean()),
    valueDate: z.optional(plainDate),
    valueCoding: z.optional(coding),
    item: z.optional(z.array(z.lazy(() => responseItem)).check(z.maxLength(2000))),
  })
  .check(
    z.refine(
      (value) => Object.keys(value).filter((key) => key.startsWith('value')).length === 1,
      'exactly one value',
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
