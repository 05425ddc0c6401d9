import { LitElement, type PropertyDeclarations } from 'lit';

/** The attributes that every element has: where the practice receives, and which colour scheme to use. */
export abstract class PracticeElement extends LitElement {
  static override properties: PropertyDeclarations = {
    endpoint: {},
    action: {},
    format: {},
    config: {},
    sealThumbprints: { attribute: 'seal-thumbprints' },
    theme: { reflect: true },
  };

  /** The base address of the practice's endpoint. */
  declare endpoint: string | undefined;
  /** One exact address that takes the answers, where there is no endpoint: a webhook or a FHIR server. */
  declare action: string | undefined;
  /** `fhir` where `action` is a FHIR server. */
  declare format: string | undefined;
  /** Where a practice profile can be read when there is no endpoint. */
  declare config: string | undefined;
  /** Keys that answers must be sealed to. This version cannot seal, and sends nothing where any are named. */
  declare sealThumbprints: string | undefined;
  /** `light` or `dark`; the page's own colour scheme where nothing is said. */
  declare theme: string | undefined;

  /** What the browser knows of the element: its states, and its part in a form. */
  protected readonly internals = this.attachInternals();

  /** Shows one state to style sheets, as `:state(filling)`. */
  protected showState(state: string | undefined): void {
    try {
      this.internals.states.clear();
      if (state !== undefined) this.internals.states.add(state);
    } catch {
      // Browsers before 2024 know states under dashed names only; the element works without.
    }
  }
}
