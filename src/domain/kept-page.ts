/**
 * The style of what a client keeps or prints: legible on a phone and on paper, by day and by night. In a consent, what
 * the client did stands beside a line, and labels are above their values. Consents that were saved are verified with
 * this style: a change to it is a new version of their copies (`consent/copy-data.ts`).
 */
export const KEPT_STYLE = [
  'html{color-scheme:light dark;background:color-mix(in srgb,Canvas 95%,#c96)}',
  'body{font:17px/1.55 system-ui,sans-serif;max-width:66ch;margin:auto;padding:2rem 1.25rem;overflow-wrap:anywhere}',
  'h1,h2{line-height:1.25;break-after:avoid}',
  'h1{font-size:1.7rem}',
  'h2{font-size:1.2rem;margin:2rem 0 .5rem}',
  'p,li{unicode-bidi:plaintext;margin:.6rem 0;break-inside:avoid}',
  'b,small{font-size:.85rem;opacity:.8}',
  'b{display:block}',
  'dt{font-weight:600;margin-top:.75rem}',
  'dd{margin:0;white-space:pre-wrap}',
  '.done{margin:0;padding:.3rem 1rem;border-inline-start:3px solid #8888}',
  'section{border-top:1px solid #8888;margin-top:2rem;padding-top:.5rem}',
  'section h2{margin-top:1rem}',
  'aside{border:1px solid;border-radius:8px;padding:0 1rem}',
  'svg{display:block;max-width:100%;height:auto}',
  '@media print{html{color-scheme:light}body{max-width:none;padding:0}}',
].join('');

/** A page of its own for the client to keep: without script, readable anywhere, asking for nothing. */
export const keptPage = (language: string, title: string, body: string): string =>
  `<!doctype html><html lang="${language}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>${title}</title><style>${KEPT_STYLE}</style></head><body>${body}</body></html>`;
