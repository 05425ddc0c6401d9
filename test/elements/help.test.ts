import { expect, fixture, html } from '@open-wc/testing';
import type { CrisisLine } from '../../src/domain/practice/basics.js';
import { en } from '../support/words.js';
import '../support/define-elements.js';
import { FakePractice, json } from '../support/fake-practice.js';
import { hazelHouse } from '../support/hazel-house.js';
import { IntakePage } from '../support/intake-page.js';

let practice: FakePractice;
let place: HTMLElement;

beforeEach(async () => {
  practice = new FakePractice();
  place = await fixture(html`<main></main>`);
});
afterEach(() => practice.close());

/** The welcome's words about whom to reach, with the practice's own lines and number. */
async function helpOf(line: CrisisLine | undefined, phone = '(503) 555-0142'): Promise<HTMLElement> {
  practice.profile = json({
    ...hazelHouse,
    contact: { phone },
    safety: { country: 'US', lines: line ? [line] : [] },
  });
  const page = await IntakePage.open({ endpoint: practice.endpoint }, place);
  const [help] = page.all('help');
  if (!help) throw new Error('There is no help.');
  return help;
}

const linksIn = (help: HTMLElement): readonly (string | null)[] =>
  [...help.querySelectorAll('a')].map((link) => link.getAttribute('href'));

describe('whom to reach right now', () => {
  it('is a number to press, without what to do after it', async () => {
    const help = await helpOf({ name: 'Veterans’ line', phone: '988, then press 1' });
    expect(linksIn(help)).to.eql(['tel:988', 'tel:5035550142']);
    expect(help).to.contain.text('988, then press 1');
  });

  it('keeps a country’s code and loses what is only there to be read', async () => {
    const help = await helpOf({ name: 'Night line', phone: '+1 (800) 555-0108 (free)' });
    expect(linksIn(help)).to.eql(['tel:+18005550108', 'tel:5035550142']);
  });

  it('is the country’s lines where the practice has named none', async () => {
    expect(linksIn(await helpOf(undefined))).to.include('tel:988');
  });

  it('is plain words where there is no number to dial', async () => {
    const help = await helpOf({ name: 'Front desk', phone: 'ask at the desk' }, 'see the door');
    expect(linksIn(help)).to.eql([]);
    expect(help).to.contain.text('ask at the desk');
    expect(help).to.contain.text('see the door');
  });
});

describe('who reads it', () => {
  it('is said where an endpoint keeps the parts of a history apart', async () => {
    const page = await IntakePage.open({ endpoint: practice.endpoint }, place);
    expect(page.text).to.contain(en.whoReads);
    for (const words of Object.values(en.readBy)) expect(page.text).to.contain(words);
  });

  it('is not said where the answers go to a mere address', async () => {
    const page = await IntakePage.open({ action: `${practice.endpoint}submissions` }, place);
    expect(page.text).not.to.contain(en.whoReads);
    for (const words of Object.values(en.readBy)) expect(page.text).not.to.contain(words);
  });
});
