import { html, type TemplateResult } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import type { StaffAlert } from '../api-answers.js';
import type { Desk } from '../desk.js';

/** Each with what can be done about it. */
export const renderAlerts = (alerts: readonly StaffAlert[], desk: Desk): TemplateResult =>
  html`<div class="alerts">
    ${repeat(
      alerts,
      ({ id }) => id,
      (alert) => html`<staff-alert .desk=${desk} .alert=${alert}></staff-alert>`,
    )}
  </div>`;
