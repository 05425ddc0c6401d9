import { describe, expect, it } from 'vitest';
import { isPlainStyle } from '../../tools/verify-consent/plain-style.js';

describe('a style that leaves all text where somebody reads it', () => {
  it.each([
    '',
    'body{font:17px/1.55 system-ui,sans-serif;max-width:66ch;margin:2rem auto;padding:0 1rem;overflow-wrap:anywhere}dt{font-weight:600;margin-top:.75rem}dd{margin:0;white-space:pre-wrap}',
    'h1, h2 { font-size: 1.5rem; line-height: 1.2 }\nsvg { max-width: 100%; height: auto }',
    '@media print{body{margin:0}p{break-inside:avoid}}@page{margin:2rem}',
    '.signature{border-bottom:1px solid currentcolor;font-style:italic}',
  ])('is %j', (css) => {
    expect(isPlainStyle(css)).toBe(true);
  });

  it.each([
    'p{display:none}',
    'p{visibility:hidden}',
    'p{opacity:0}',
    'p{color:white}',
    'p{font-size:1px}',
    'p{font:1px/1 sans-serif}',
    'p{font-size:0.01em}',
    'p{margin:-999px}',
    'p{margin-left:9999px}',
    'p{max-width:0}',
    'p{width:1px}',
    'p{position:absolute}',
    'p{transform:scale(0)}',
    'p::after{content:"not"}',
    '@import "https://example.org/x.css";',
    '@font-face{font-family:x;src:url(x)}',
    '@media screen{p{font-size:1rem}}',
    'p{font-size:1rem}}p{display:none}',
    'p{white-space:nowrap;display:none',
    'p{margin:0}/*',
    'p{background:url(https://example.org)}',
  ])('is not %j', (css) => {
    expect(isPlainStyle(css)).toBe(false);
  });
});
