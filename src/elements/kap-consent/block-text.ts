import { html, nothing, type TemplateResult } from 'lit';
import type { ConsentBlock } from '../../domain/consent/document.js';

export interface BlockTextProps {
  /** The heading's id, where it can be gone to. */
  readonly headingId?: string | undefined;
  /** The same paragraphs and entries of the list, in their order, as they are to be shown. */
  readonly shown?: readonly unknown[];
}

/** A block's own words: the same on the screen, on paper and in the client's copy. */
export const blockText = (
  { heading, paragraphs, list }: ConsentBlock,
  { headingId, shown = [...paragraphs, ...(list ?? [])] }: BlockTextProps = {},
): TemplateResult => html`
  ${
    heading === undefined
      ? nothing
      : html`<h3
          part="subtitle"
          id=${headingId ?? nothing}
          tabindex=${headingId === undefined ? nothing : '-1'}
        >
          ${heading}
        </h3>`
  }
  ${shown.slice(0, paragraphs.length).map((paragraph) => html`<p part="text">${paragraph}</p>`)}
  ${
    list === undefined
      ? nothing
      : html`<ul class="plain-list" part="text">
          ${shown.slice(paragraphs.length).map((entry) => html`<li>${entry}</li>`)}
        </ul>`
  }
`;
