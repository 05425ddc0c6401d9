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
function wishFor({ t, practice, wish, onAsk }: QuietProps): unknown {
  if (!wish) return nothing;
  const { status } = wish;
  const phone = practice?.contact.phone;
  const said = { none: '', noted: t.wishNoted, ...t.safety.news }[status];
  const instead = status === 'failed' && phone ? t.safety.callInstead(phone) : '';
  return html`
    ${said ? html`<p class="asked-call" part="text" role="status" tabindex="-1">${said} ${instead}</p>` : nothing}
    ${status === 'noted' ? referenceLine(wish.reference, t) : nothing}
    ${status === 'none' || status === 'failed' ? button(t.wishAsk, onAsk) : nothing}
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
  const { t } = props;
  return html`
    <div class="notice quiet stack" part="notice" tabindex="-1">
      <p part="text">${t.quiet(until && instantInWords(until, t.language))}</p>
      ${wishFor(props)}
    </div>
  `;
};
