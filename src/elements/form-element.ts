import type { PropertyDeclarations, PropertyValues } from 'lit';
import type { Course } from '../app/course.js';
import { SessionElement, type ElementState, type WayMessage } from './session-element.js';

/** What a form of the page hears of an element. */
export interface FormPart {
  /** Its value: all of these under the element's name. */
  readonly entries: readonly string[];
  /** The sentence for what still has to be done before the form can be sent; nothing where it can. */
  readonly missing: string | undefined;
}

/** An element as a part of a form of the page around it. */
export abstract class FormElement<
  State extends ElementState,
  Own extends Course<State, WayMessage | { readonly type: 'start-over' }>,
> extends SessionElement<State, Own> {
  static readonly formAssociated = true;
  static override properties: PropertyDeclarations = {
    ...SessionElement.properties,
    name: { reflect: true },
    required: { type: Boolean, reflect: true },
  };

  /** The name of its value in a form around it. */
  declare name: string | undefined;
  /** Whether a form around it can be sent only once the client has done here what is asked. */
  declare required: boolean;

  /** Set while a form around it is out of use. */
  protected isDisabled = false;

  /** What the form is to know by now. */
  protected abstract get formPart(): FormPart;

  get form(): HTMLFormElement | null {
    return this.internals.form;
  }

  get validity(): ValidityState {
    return this.internals.validity;
  }

  get validationMessage(): string {
    return this.internals.validationMessage;
  }

  get willValidate(): boolean {
    return this.internals.willValidate;
  }

  checkValidity(): boolean {
    return this.internals.checkValidity();
  }

  reportValidity(): boolean {
    return this.internals.reportValidity();
  }

  /** What was done and not sent is begun anew. What the practice has, it keeps. */
  formResetCallback(): void {
    this.own?.send({ type: 'start-over' });
  }

  /** What a browser kept of the value is not believed; the practice says how it is. */
  formStateRestoreCallback(): void {
    this.requestUpdate();
  }

  formDisabledCallback(isDisabled: boolean): void {
    this.isDisabled = isDisabled;
    this.requestUpdate();
  }

  protected override updated(changed: PropertyValues): void {
    super.updated(changed);
    const { entries, missing } = this.formPart;
    const { internals, name = '' } = this;
    const data = new FormData();
    for (const entry of entries) data.append(name, entry);
    internals.setFormValue(name === '' || entries.length === 0 ? null : data);
    // What the browser leads to.
    const anchor = this.renderRoot.querySelector('h2');
    if (missing === undefined) internals.setValidity({});
    else internals.setValidity({ valueMissing: true }, missing, anchor ?? undefined);
  }
}
