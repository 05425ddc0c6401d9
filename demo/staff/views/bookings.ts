import { html, type TemplateResult } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import type { StaffBooking } from '../api-answers.js';
import type { Desk } from '../desk.js';

/** Sessions below each other. Each keeps what was done at it while the list around it changes. */
export const renderBookings = (
  desk: Desk,
  bookings: readonly StaffBooking[],
  { isInWeek = false, saysDay = false } = {},
): TemplateResult =>
  html`<ul class="bookings">
    ${repeat(
      bookings,
      ({ id }) => id,
      (booking) =>
        html`<li>
          <staff-booking
            .desk=${desk}
            .booking=${booking}
            .isInWeek=${isInWeek}
            .saysDay=${saysDay}
          ></staff-booking>
        </li>`,
    )}
  </ul>`;
