import type { ActionSequence } from './webkit.js';

/** Keys that are no letter, by the names that pages see in `event.key`, as WebDriver writes them. */
const named: Readonly<Record<string, string>> = {
  Backspace: '\uE003',
  Tab: '\uE004',
  Enter: '\uE007',
  Shift: '\uE008',
  Control: '\uE009',
  Alt: '\uE00A',
  Escape: '\uE00C',
  Space: ' ',
  PageUp: '\uE00E',
  PageDown: '\uE00F',
  End: '\uE010',
  Home: '\uE011',
  ArrowLeft: '\uE012',
  ArrowUp: '\uE013',
  ArrowRight: '\uE014',
  ArrowDown: '\uE015',
  Delete: '\uE017',
};

/** Presses each key in turn; `Shift+Tab` holds the first while it presses the second. */
export function keyPresses(keys: readonly string[]): ActionSequence {
  const actions = keys.flatMap((key) => {
    const values = (key.length > 1 ? key.split('+') : [key]).map((part) => named[part] ?? part);
    return [
      ...values.map((value) => ({ type: 'keyDown', value })),
      ...values.toReversed().map((value) => ({ type: 'keyUp', value })),
    ];
  });
  return { type: 'key', id: 'keyboard', actions };
}

export type MouseButton = 'left' | 'middle' | 'right';

const buttons: Readonly<Record<MouseButton, number>> = { left: 0, middle: 1, right: 2 };

export const mouse = {
  move: (x: number, y: number) => ({ type: 'pointerMove', duration: 0, x, y }),
  down: (button: MouseButton = 'left') => ({ type: 'pointerDown', button: buttons[button] }),
  up: (button: MouseButton = 'left') => ({ type: 'pointerUp', button: buttons[button] }),
  sequence: (...actions: readonly object[]): ActionSequence => ({
    type: 'pointer',
    id: 'mouse',
    parameters: { pointerType: 'mouse' },
    actions,
  }),
};
