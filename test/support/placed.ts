import { waitUntil } from '@open-wc/testing';
import type { ElementPage } from './element-page.js';

const drawn = () => new Promise((resolve) => requestAnimationFrame(resolve));

/** What floats on the page, once it has found its place, can be seen and rests there. */
export async function placed({ root }: Pick<ElementPage, 'root'>): Promise<HTMLElement> {
  const floating = root.querySelector<HTMLElement>(':popover-open');
  if (!floating) throw new Error('Nothing floats.');
  await waitUntil(() => getComputedStyle(floating).opacity === '1', 'It never found its place.');
  let before: string;
  do {
    before = JSON.stringify(floating.getBoundingClientRect());
    await drawn();
    await drawn();
  } while (before !== JSON.stringify(floating.getBoundingClientRect()));
  return floating;
}
