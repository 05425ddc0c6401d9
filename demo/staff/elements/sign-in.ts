import { css, html, LitElement, nothing, type TemplateResult } from 'lit';
import { property, query, state } from 'lit/decorators.js';
import { StaffApiError, type StaffApi } from '../api.js';
import type { Role } from '../api-answers.js';
import { shared } from '../styles/shared.js';

/** Somebody has signed in; `role` is what the endpoint knows them as. */
export class SignedInEvent extends Event {
  readonly role: Role;

  constructor(role: Role) {
    super('staff-signed-in');
    this.role = role;
  }
}

/**
 * One field for the token that the practice gave its staff.
 *
 * @element staff-sign-in
 * @fires {SignedInEvent} staff-signed-in
 */
export class SignIn extends LitElement {
  static override styles = [
    shared,
    css`
      main {
        display: grid;
        gap: 2rem;
        max-width: 26rem;
        margin: clamp(3rem, 18vh, 10rem) auto 4rem;
        padding-inline: 1.25rem;
      }

      hgroup,
      form {
        display: grid;
        gap: 0.5rem;
      }

      form {
        gap: 1.25rem;
      }

      .practice {
        color: var(--ink-quiet);
      }

      .note {
        padding-block: 0.75rem;
        border-block: 1px solid var(--line);
      }

      button {
        justify-self: start;
      }
    `,
  ];

  @property({ attribute: false }) accessor api: StaffApi | undefined;
  /** Said above the field, for instance why somebody was signed out. */
  @property({ attribute: false }) accessor note = '';
  @property({ attribute: false }) accessor practiceName = '';

  @state() private accessor sentence = '';
  @state() private accessor isBusy = false;
  @query('input') private accessor field!: HTMLInputElement; // always rendered

  /** Whoever was signed out while working goes on here at once. */
  protected override firstUpdated(): void {
    if (this.note !== '') this.field.focus();
  }

  protected override render(): TemplateResult {
    return html`<main>
      <hgroup>
        ${this.practiceName ? html`<p class="practice">${this.practiceName}</p>` : nothing}
        <h1>Staff sign-in</h1>
      </hgroup>
      ${this.note ? html`<p class="note" role="status">${this.note}</p>` : nothing}
      <form @submit=${this.#onSubmit} novalidate>
        <div class="field">
          <label for="token">Your token</label>
          <p class="quiet" id="hint">The prescriber, the therapist and the office each have their own.</p>
          ${this.sentence ? html`<p class="problem" id="problem" role="alert">${this.sentence}</p>` : nothing}
          <input
            id="token"
            type="password"
            autocomplete="current-password"
            autocapitalize="off"
            spellcheck="false"
            aria-describedby=${this.sentence ? 'problem hint' : 'hint'}
            aria-invalid=${this.sentence ? 'true' : nothing}
          />
        </div>
        <button class="first" aria-disabled=${this.isBusy ? 'true' : nothing}>
          ${this.isBusy ? 'Signing in…' : 'Sign in'}
        </button>
      </form>
    </main>`;
  }

  async #onSubmit(event: SubmitEvent): Promise<void> {
    event.preventDefault();
    if (this.isBusy || this.api === undefined) return;
    const token = this.field.value.trim();
    if (token === '') {
      this.#say('Please paste or type your token.');
      return;
    }
    this.isBusy = true;
    this.sentence = '';
    try {
      const role = await this.api.signIn(token);
      this.field.value = '';
      this.dispatchEvent(new SignedInEvent(role));
    } catch (error) {
      if (!(error instanceof StaffApiError)) throw error;
      this.#say(
        error.kind === 'signed-out'
          ? 'That token is not one of ours. Please check it and try again.'
          : error.message,
      );
    } finally {
      this.isBusy = false;
    }
  }

  #say(sentence: string): void {
    this.sentence = sentence;
    this.field.focus();
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'staff-sign-in': SignIn;
  }
  interface HTMLElementEventMap {
    'staff-signed-in': SignedInEvent;
  }
}
