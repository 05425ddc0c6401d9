import { describe, expect, it } from 'vitest';
import { numberProperties, shortNamesIn } from '../../tools/build/private-names.js';

describe('Private properties of style sheets', () => {
  it('get the same number in every script', () => {
    const numbered = numberProperties(
      new Map([
        ['kap', ':host{--_accent:green;--_text:black}p{color:var(--_text)}'],
        ['kap-consent', 'p{color:var(--_text);background:var(--_tint)}'],
      ]),
    );
    expect([...numbered]).toEqual([
      ['kap', ':host{--_0:green;--_1:black}p{color:var(--_1)}'],
      ['kap-consent', 'p{color:var(--_1);background:var(--_2)}'],
    ]);
  });

  it('are told from public ones', () => {
    const code = 'p{color:var(--kap-text)}';
    expect(numberProperties(new Map([['kap', code]])).get('kap')).toBe(code);
  });
});

describe('Short names of properties', () => {
  it.each([
    ['a.b', ['b']],
    ['a.$', ['$']],
    ['{x:1,y$:2}', ['x', 'y$']],
    ['a.long', []],
  ])('in %s', (code, names) => {
    expect(shortNamesIn(code)).toEqual(names);
  });
});
