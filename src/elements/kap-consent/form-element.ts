import type { PropertyDeclarations, PropertyValues } from 'lit';
import type { Consent } from '../../app/consent/consent.js';
import type { ConsentState } from '../../app/consent/state.js';
import { enConsent } from '../../locale/en-consent.js';
import { SessionElement } from '../session-element.js';
import { tellForm, type FormPart } from './form-part.js';

/** The consent as a part of a form of the page around it. */
export abstract class FormElement extends SessionElement<ConsentState, Consent> {
  static readonly formAssociated = true;
  static override properties: PropertyDeclarations = {
    ...SessionElement.properties,
    name: { reflect: true },
    required: { type: Boolean, reflect: true },
  };

  /** The name of its value in a form around it. */
  declare name: string | undefined;
  /** Whether a form around it can be sent only once this is signed. */
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

  /** What was done and not sent is begun anew. What is signed stays signed: only taking it back undoes that. */
  formResetCallback(): void {
    this.own?.send({ type: 'start-over' });
  }

  /** What a browser kept of the value is not believed; the practice says what is signed. */
  formStateRestoreCallback(): void {
    this.requestUpdate();
  }

  formDisabledCallback(isDisabled: boolean): void {
    this.isDisabled = isDisabled;
    this.requestUpdate();
  }

  protected override updated(changed: PropertyValues): void {
    super.updated(changed);
    const anchor = this.renderRoot.querySelector('h2');
    tellForm(this.internals, this.formPart, this.name ?? '', anchor, enConsent);
  }
}
