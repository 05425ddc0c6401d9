import { html, nothing, type TemplateResult } from 'lit';
import type { ConsentState } from '../../app/consent/state.js';
import type { WishState } from '../../app/consent/wish.js';
import { instantInWords } from '../../locale/format.js';
import { button } from '../views/button.js';
import { referenceLine } from '../views/reference.js';
import type { ViewProps } from './view-props.js';

export interface QuietProps extends Pick<ViewProps, 't' | 'practice'> {
  /** The wish to be called about it; nothing where the practice can't be asked from here. */
  readonly wish: WishState | undefined;
  readonly onAsk: () => void;
}

/** What has become of the wish, and a way to ask for it as long as it has not reached the practice. */
function wishFor(wish: WishState, { t, practice, onAsk }: QuietProps): TemplateResult {
  const said = {
    none: undefined,
    sending: t.wishSending,
    noted: t.wishNoted,
    failed: t.wishFailed(practice?.contact.phone),
  }[wish.status];
  return html`
    ${said === undefined ? nothing : html`<p class="asked-call" part="text" role="status" tabindex="-1">${said}</p>`}
    ${wish.status === 'noted' ? referenceLine(wish.reference, t) : nothing}
    ${wish.status === 'none' || wish.status === 'failed' ? button(t.wishAsk, onAsk) : nothing}
  `;
}

/**
 * The quiet hours after a session, as the practice's care state or its answer to a signature has them; nothing outside
 * of them.
 *
 * @param known what the care state has.
 */
export function quietAt(
  now: string,
  state: ConsentState,
  known: string | undefined,
): { readonly until: string | undefined } | undefined {
  const told = state.status === 'reading' ? state.quiet : undefined;
  const isAhead = (until: string) => Date.parse(until) > Date.parse(now);
  if (known !== undefined && isAhead(known)) return { until: known };
  return told && (told.until === undefined || isAhead(told.until)) ? told : undefined;
}

/** Why nothing is signed now, until when, and what to do with the wish to. */
export const quietHours = (until: string | undefined, props: QuietProps): TemplateResult => {
  const { t, practice, wish } = props;
  return html`
    <div class="notice quiet stack" part="notice" tabindex="-1">
      <p part="text">${t.quiet(until && instantInWords(until, t.language))}</p>
      ${wish ? wishFor(wish, props) : html`<p part="text">${t.quietWish(practice?.contact.phone)}</p>`}
    </div>
  `;
};
