import type { ElementPage } from './element-page.js';

/** What stands out of a box to the left or right, by its words. */
export function overflowing(page: ElementPage): readonly string[] {
  const { left, right } = page.element.getBoundingClientRect();
  const all = [...page.root.querySelectorAll('*')].filter((element) => !element.matches('[popover]'));
  return all
    .filter((element) => {
      const box = element.getBoundingClientRect();
      return box.width > 0 && (box.left < left - 1 || box.right > right + 1);
    })
    .map((element) => `${element.localName}: ${element.textContent?.trim().slice(0, 40)}`);
}
