import { html, nothing, type TemplateResult } from 'lit';
import type { WishState } from '../../app/consent/wish.js';
import { instantInWords } from '../../locale/format.js';
import type { ConsentMessages } from '../../locale/messages.js';
import { button } from '../views/button.js';
import { referenceLine } from '../views/reference.js';
import type { ViewProps } from './view-props.js';

export interface QuietProps extends Pick<ViewProps, 't' | 'practice'> {
  /** The wish to be called about it; nothing where the practice can't be asked from here. */
  readonly wish: WishState | undefined;
  readonly onAsk: () => void;
}

const WISH = { none: undefined, sending: 'wishSending', noted: 'wishNoted', failed: 'wishFailed' } as const;

/** What has become of the wish; nothing before it was asked for. */
export function wishInWords(
  wish: WishState,
  { t, practice }: Pick<QuietProps, 't' | 'practice'>,
): string | undefined {
  const key: keyof ConsentMessages | undefined = WISH[wish.status];
  if (key === 'wishFailed') return t.wishFailed(practice?.contact.phone);
  return key && t[key];
}

function wishFor(wish: WishState, props: QuietProps): TemplateResult {
  const { t, onAsk } = props;
  const said = wishInWords(wish, props);
  return html`
    ${said === undefined ? nothing : html`<p class="wish" part="text" tabindex="-1">${said}</p>`}
    ${wish.status === 'noted' ? referenceLine(wish.reference, t) : nothing}
    ${wish.status === 'none' || wish.status === 'failed' ? button(t.wishAsk, onAsk) : nothing}
  `;
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
