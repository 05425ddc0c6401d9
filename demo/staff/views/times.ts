import { html, nothing, type TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';
import { repeat } from 'lit/directives/repeat.js';
import type { Slot } from '../../../src/domain/scheduling/sessions.js';
import { dayInWords } from '../reading/time.js';
import { startInWords, type TimesOfDay } from '../reading/times.js';
import { MODE } from '../words.js';

export interface TimesChoice {
  readonly days: readonly TimesOfDay[];
  readonly timeZone: string;
  readonly today: string;
  readonly selected: string | undefined;
  /** Said of each time where they are of several practitioners. */
  readonly saysWhom: boolean;
  readonly choose: (slot: Slot) => void;
}

function renderTime(slot: Slot, day: string, choice: TimesChoice): TemplateResult {
  const { selected, saysWhom, timeZone, choose } = choice;
  const whom = saysWhom ? slot.practitioner?.name : undefined;
  return html`<label class="chip">
    <input type="radio" name="time" .checked=${live(slot.id === selected)} @change=${() => choose(slot)} />
    <span><span class="spoken">${day}, </span>${startInWords(slot, timeZone)}</span>
    <span class="quiet">${MODE[slot.mode]}${whom === undefined ? nothing : html`, ${whom}`}</span>
  </label>`;
}

/** Open times to choose one of, day by day. */
export function renderTimes(choice: TimesChoice): TemplateResult {
  const { days, today } = choice;
  return html`<fieldset>
    <legend class="spoken">Open times</legend>
    ${repeat(
      days,
      ({ date }) => date,
      ({ date, slots }) => {
        const day = dayInWords(date, today);
        return html`<div class="day">
          <p class="name" aria-hidden="true">${day}</p>
          <div class="chips">
            ${repeat(
              slots,
              ({ id }) => id,
              (slot) => renderTime(slot, day, choice),
            )}
          </div>
        </div>`;
      },
    )}
  </fieldset>`;
}
