import { html, type TemplateResult } from 'lit';

/** The wrapper inside every root. Its marks ask session-replay tools, each by its own name, to record nothing within. */
export const frame = (content: unknown): TemplateResult => html`
  <div
    class="frame rr-block rr-ignore sentry-block ph-no-capture highlight-block fs-exclude"
    part="frame"
    data-hj-suppress
    data-clarity-mask="true"
    data-dd-privacy="hidden"
    data-private
    data-recording-disable
  >
    <div class="column">${content}</div>
  </div>
`;
