import { html, LitElement, type nothing, type PropertyValues, type TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import { map } from 'lit/directives/map.js';
import type { Comparison } from '../reading/comparisons.js';
import { readDifferences } from '../reading/differences.js';
import { shared } from '../styles/shared.js';
import { renderDifferences } from '../views/differences.js';
import { differencesStyles } from './text-differences.styles.js';

/**
 * What is different between the text that was signed and the text now, or another that the client signed.
 *
 * @element staff-differences
 */
export class TextDifferences extends LitElement {
  static override styles = [shared, differencesStyles];

  /** What can be laid side by side; the first is shown at first. */
  @property({ attribute: false }) accessor comparisons: readonly Comparison[] = [];

  @state() private accessor chosen = 0;

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has('comparisons')) this.chosen = 0;
  }

  protected override render(): TemplateResult {
    const comparison = this.comparisons[this.chosen];
    return html`<section class="all" aria-labelledby="title">
      <h2 id="title">Differences</h2>
      ${
        comparison === undefined
          ? html`<p>There is no newer text, and the client signed no other.</p>`
          : html`${this.#renderChoice(comparison)}
              <div class="all" role="region" aria-label=${comparison.words}>
                ${renderDifferences(
                  readDifferences(comparison.before, comparison.after),
                  comparison.before,
                  comparison.after,
                )}
              </div>`
      }
    </section>`;
  }

  #renderChoice({ words }: Comparison): TemplateResult | typeof nothing {
    if (this.comparisons.length === 1) return html`<p>The signed text against: ${words}.</p>`;
    return html`<div class="field">
      <label for="with">The signed text against</label>
      <select id="with" @change=${this.#onChoose}>
        ${map(
          this.comparisons,
          (each, index) => html`<option ?selected=${index === this.chosen}>${each.words}</option>`,
        )}
      </select>
    </div>`;
  }

  #onChoose(event: Event): void {
    this.chosen = (event.target as HTMLSelectElement).selectedIndex;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'staff-differences': TextDifferences;
  }
}
