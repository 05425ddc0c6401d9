import { html, nothing, type TemplateResult } from 'lit';
import { isSignatureDone, partsOf, type DocumentPart } from '../../domain/consent/parts.js';
import type { Signing } from '../../domain/consent/signing.js';
import type { ConsentMessages } from '../../locale/messages.js';
import { partId, sectionId, SIGNATURE_PART } from './places.js';
import type { ViewProps } from './view-props.js';

/** As many parts stand open at the top; a longer list is opened by whoever wants it. */
const FEW_PARTS = 6;

const CONTENTS_ID = 'q-_contents';

/** The document's own parts, and the signature as the last. */
function allParts(signing: Signing, t: ConsentMessages): readonly DocumentPart[] {
  const state = isSignatureDone(signing) ? 'done' : 'open';
  const last = { id: SIGNATURE_PART, heading: t.signatureTitle, blocks: [SIGNATURE_PART], state } as const;
  return [...partsOf(signing), last];
}

/** What there is to read and to do, each a way to its place, and how far one is. The page's address stays as it is. */
export function contents(signing: Signing, { t, focusOn }: ViewProps): TemplateResult {
  const parts = allParts(signing, t);
  const asked = parts.filter(({ state }) => state !== 'to-read');
  const done = asked.filter(({ state }) => state === 'done');
  return html`
    <details class="contents" part="contents" ?open=${parts.length <= FEW_PARTS}>
      <summary id=${CONTENTS_ID}>
        ${t.contents(parts.length)} <span class="muted">${t.contentsDone(done.length, asked.length)}</span>
      </summary>
      <ol role="list">
        ${parts.map(
          ({ id, heading, state }) => html`
            <li>
              <button
                type="button"
                class="link"
                part="link"
                aria-describedby=${state === 'to-read' ? nothing : `${partId(id)}_state`}
                @click=${() => focusOn(`#${partId(id)}`)}
              >
                ${heading}
              </button>
              ${
                state === 'to-read'
                  ? nothing
                  : html`<span class="small muted" part="text ${state}" id="${partId(id)}_state"
                      >${t.partState[state]}</span
                    >`
              }
            </li>
          `,
        )}
      </ol>
    </details>
  `;
}

/** Where one is, said quietly at the end of the window, with a way back to the contents. */
export function whereabouts(signing: Signing, { t, currentPassage, focusOn }: ViewProps): TemplateResult {
  const parts = allParts(signing, t);
  const at = parts.findIndex(({ blocks }) => blocks.some((block) => sectionId(block) === currentPassage));
  const part = parts[at];
  return html`
    <div class="where small muted" part="where">
      <span aria-hidden="true">${part ? t.whereIAm(at + 1, parts.length, part.heading) : nothing}</span>
      <button type="button" class="link" part="link" @click=${() => focusOn(`#${CONTENTS_ID}`)}>
        ${t.toContents}
      </button>
    </div>
  `;
}
