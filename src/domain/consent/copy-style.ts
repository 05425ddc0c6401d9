/**
 * The style of the client's copy, part of every copy that was ever saved: legible on a phone and on paper, by day and by
 * night. What the client did stands beside a line, labels are above their values.
 */
export const COPY_STYLE = [
  'html{color-scheme:light dark;background:color-mix(in srgb,Canvas 95%,#c96)}',
  'body{font:17px/1.55 system-ui,sans-serif;max-width:66ch;margin:auto;padding:2rem 1.25rem;overflow-wrap:anywhere}',
  'h1,h2{line-height:1.25;break-after:avoid}',
  'h2{font-size:1.2rem;margin:2rem 0 .5rem}',
  'p,li{unicode-bidi:plaintext;margin:.6rem 0;break-inside:avoid}',
  'b,small{font-size:.85rem;opacity:.8}',
  'b{display:block}',
  '.done{margin:0;padding:.3rem 1rem;border-inline-start:3px solid #8888}',
  'section{border-top:1px solid #8888;margin-top:2rem;padding-top:1rem}',
  'section h2{margin:0}',
  'aside{border:1px solid;border-radius:8px;padding:.5rem 1.25rem}',
  'svg{display:block;max-width:100%;height:auto}',
  '@media print{body{font-size:11pt;max-width:none;padding:0}}',
].join('');
