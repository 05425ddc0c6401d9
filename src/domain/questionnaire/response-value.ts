export interface Coding {
  readonly system?: string | undefined;
  readonly code: string;
  /** The words as the client read them. */
  readonly display?: string | undefined;
}

/** A measured amount, FHIR R4's Quantity as far as a form makes one. */
export interface Quantity {
  readonly value: number;
  /** The unit's words. */
  readonly unit?: string | undefined;
  readonly system?: string | undefined;
  readonly code?: string | undefined;
}

/** One answer's value as FHIR R4 writes it: exactly one of these. */
export interface ResponseValue {
  readonly valueString?: string | undefined;
  readonly valueInteger?: number | undefined;
  readonly valueDecimal?: number | undefined;
  readonly valueBoolean?: boolean | undefined;
  readonly valueDate?: string | undefined;
  readonly valueDateTime?: string | undefined;
  readonly valueTime?: string | undefined;
  readonly valueUri?: string | undefined;
  readonly valueQuantity?: Quantity | undefined;
  readonly valueCoding?: Coding | undefined;
}
