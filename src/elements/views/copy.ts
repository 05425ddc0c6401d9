import { render, type TemplateResult } from 'lit';
import { KEPT_STYLE, keptPage } from '../../domain/kept-page.js';
import type { Messages } from '../../locale/messages.js';

/** A page of its own, without script and readable anywhere, for the client to keep. */
export function copyPage(content: TemplateResult, t: Messages): string {
  const page = document.createElement('div');
  render(content, page);
  // Lit marks the places of its values with comments; in what somebody wrote, `<` is an escape by now.
  const body = page.innerHTML.replace(/<!--[^]*?-->/g, '');
  return keptPage(t.language, t.copyTitle, body);
}

/**
 * Prints the same page. It stands in a frame inside the element's own root, where replay tools are asked not to look,
 * and its style needs no permission of the page's policy.
 */
export function printCopy(content: TemplateResult, within: ParentNode): void {
  const frame = document.createElement('iframe');
  frame.ariaHidden = 'true';
  Object.assign(frame.style, { position: 'fixed', inlineSize: '0', blockSize: '0', border: '0' });
  frame.addEventListener(
    'load',
    () => {
      const page = frame.contentWindow as (Window & typeof globalThis) | null;
      if (!page) return;
      const style = new page.CSSStyleSheet();
      style.replaceSync(KEPT_STYLE);
      page.document.adoptedStyleSheets = [style];
      render(content, page.document.body);
      page.addEventListener('afterprint', () => frame.remove());
      page.print();
    },
    { once: true },
  );
  within.append(frame);
}
