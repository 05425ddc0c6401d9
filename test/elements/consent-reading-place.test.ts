import { expect, fixture, html } from '@open-wc/testing';
import { dateInWords } from '../../src/locale/format.js';
import { en } from '../support/words.js';
import { press } from '../support/browser-commands.js';
import { shortConsent } from '../support/consent-document.js';
import { ConsentPage, DRIVING, NOT_DRIVING, OFF_LABEL, RIGHT } from '../support/consent-page.js';
import '../support/define-elements.js';
import { plain, until } from '../support/element-page.js';
import { FakePractice } from '../support/fake-practice.js';
import { tabTo } from '../support/keyboard.js';
import { wholeConsent } from '../support/whole-consent.js';

let practice: FakePractice;
let place: HTMLElement;

beforeEach(async () => {
  practice = new FakePractice();
  place = await fixture(html`<main></main>`);
});
afterEach(() => {
  practice.close();
  scrollTo(0, 0);
});

async function open(document = shortConsent): Promise<ConsentPage> {
  practice.asksFor(document);
  return ConsentPage.open({ endpoint: practice.endpoint }, place, document.title);
}

/** As many parts as a real consent has, each as long as a screen. */
const longConsent = {
  ...shortConsent,
  blocks: Array.from({ length: 12 }, (_, index) => ({
    id: `part-${index + 1}`,
    heading: `Heading ${index + 1}`,
    paragraphs: Array.from({ length: 12 }, () => 'Words to read in peace. '.repeat(8)),
  })),
};

describe('the contents', () => {
  it('name every part and the signature, and say what is to do and what is done', async () => {
    const page = await open();
    expect(page.progress).to.equal(`${en.contents(3)} ${en.contentsDone(0, 3)}`);
    expect(page.contents).to.eql([
      `How this medicine is used here ${en.partState.open}`,
      `Going home ${en.partState.open}`,
      `${en.signatureTitle} ${en.partState.open}`,
    ]);
    await page.tick(OFF_LABEL, NOT_DRIVING);
    await page.check(DRIVING, RIGHT);
    expect(page.progress).to.contain(en.contentsDone(2, 3));
    expect(page.contents).to.eql([
      `How this medicine is used here ${en.partState.done}`,
      `Going home ${en.partState.done}`,
      `${en.signatureTitle} ${en.partState.open}`,
    ]);
    await page.answer(en.fullName, 'Ana Okafor');
    expect(page.progress).to.contain(en.contentsDone(3, 3));
  });

  it('say nothing of a part that only wants to be read', async () => {
    expect((await open(wholeConsent)).contents[0]).to.equal('What you may feel');
  });

  it('lead to a heading, and the address stays as it is', async () => {
    const page = await open();
    const before = [location.href, history.length];
    await page.click('Going home');
    expect(page.focused?.localName).to.equal('h3');
    expect(plain(page.focused)).to.equal('Going home');
    await page.click(en.signatureTitle);
    expect(plain(page.focused)).to.equal(en.signatureTitle);
    expect([location.href, history.length]).to.eql(before);
  });

  it('stand open where they are short', async () => {
    expect((await open()).button('Going home').checkVisibility()).to.equal(true);
  });

  it('are opened by whoever wants them where they are long, by keyboard too', async () => {
    const page = await open(longConsent);
    expect(page.button('Heading 3').checkVisibility()).to.equal(false);
    await tabTo(page, ({ localName }) => localName === 'summary');
    await press('Enter');
    expect(page.button('Heading 3').checkVisibility()).to.equal(true);
    await tabTo(page, (focused) => plain(focused) === 'Heading 3');
    await press('Enter');
    await page.settle();
    expect(plain(page.focused)).to.equal('Heading 3');
    expect(page.focused?.localName).to.equal('h3');
  });
});

describe('where one is', () => {
  const scrollsTo = async (page: ConsentPage, heading: string) => {
    const found = [...page.root.querySelectorAll('h3')].find((each) => plain(each) === heading);
    found?.scrollIntoView({ block: 'start', behavior: 'instant' });
    await until(() => page.whereabouts.endsWith(`: ${heading}`), `to be at “${heading}”`);
  };

  it('is said while one reads, and follows the page', async () => {
    const page = await open(longConsent);
    await scrollsTo(page, 'Heading 4');
    expect(page.whereabouts).to.equal(en.whereIAm(4, 13, 'Heading 4'));
    await scrollsTo(page, 'Heading 2');
    expect(page.whereabouts).to.equal(en.whereIAm(2, 13, 'Heading 2'));
  });

  it('stands at the end of the window, and is announced to nobody', async () => {
    const page = await open(longConsent);
    await scrollsTo(page, 'Heading 6');
    const [line] = page.all('where');
    const { bottom, top } = line?.getBoundingClientRect() ?? new DOMRect();
    expect(bottom).to.be.closeTo(innerHeight, 2);
    expect(bottom - top).to.be.below(64);
    expect(line?.closest('[aria-live], [role="status"]')).to.equal(null);
    expect(page.announcement).to.equal('');
  });

  it('is nowhere yet above the first part', async () => {
    const page = await open(longConsent);
    await scrollsTo(page, 'Heading 6');
    place.style.paddingBlockStart = '100vh';
    scrollTo({ top: 0, behavior: 'instant' });
    await until(() => page.whereabouts === '', 'nothing to be said');
  });

  it('leads back to the contents', async () => {
    const page = await open(longConsent);
    await scrollsTo(page, 'Heading 6');
    await page.click(en.toContents);
    expect(plain(page.focused)).to.contain(en.contents(13));
    const { top, bottom } = page.focused?.getBoundingClientRect() ?? new DOMRect();
    expect([top >= 0, bottom <= innerHeight]).to.eql([true, true]);
  });

  it('never hides what has the focus', async () => {
    const page = await open(wholeConsent);
    const [line] = page.all('where');
    // No further than the last one: beyond it the focus leaves the page, and Firefox does not give it back.
    const last = page.button(en.sign);
    for (let stops = 0; stops < 60 && page.focused !== last; stops++) {
      await press('Tab');
      const { focused } = page;
      if (!focused || line?.contains(focused)) continue;
      const isFree = () => {
        const { top, bottom } = line?.getBoundingClientRect() ?? new DOMRect();
        const shown = (focused.closest('label') ?? focused).getBoundingClientRect();
        return bottom < innerHeight - 2 || shown.bottom <= top + 1;
      };
      await until(isFree, `to be seen: ${focused.outerHTML.slice(0, 80)}`);
    }
    page.expectFocusOn(last);
  });
});

describe('a sample', () => {
  it('says that it is one, and who has adopted it when', async () => {
    const page = await open(wholeConsent);
    const adopted = en.adoptedBy('Hazel House', 'Mara Lindqvist', dateInWords('2026-11-02', 'en'));
    expect(page.words('notice')).to.eql([`${en.sampleNote} ${adopted}`]);
  });

  it('is only said of one', async () => {
    expect((await open()).text).not.to.contain(en.sampleNote);
  });
});

describe('where numbers come from', () => {
  it('stands under the passage, closed, with source, year, count and comparison', async () => {
    const page = await open(wholeConsent);
    const [box] = page.all('sources');
    expect(box?.querySelector('li')?.checkVisibility()).to.equal(false);
    box?.querySelector('summary')?.click();
    expect(box?.querySelector('li')?.checkVisibility()).to.equal(true);
    expect([...(box?.querySelectorAll('li') ?? [])].map(plain)).to.eql([
      `3 in 10 people felt sick. Fictional Journal of Medicine, 2021. ${en.sourceCount(1234)} ` +
        `${en.sourceComparison('an inactive medicine')} ${en.sourceLink}: Fictional Journal of Medicine, 2021`,
      `Most felt well again. A phone survey, 2019. ${en.sourceComparison('nothing')}`,
    ]);
  });

  it('links to the web alone, and tells the other side nothing', async () => {
    const page = await open(wholeConsent);
    const links = [...page.root.querySelectorAll<HTMLAnchorElement>('[part~="sources"] a')];
    expect(links.map(({ href, target, rel }) => [href, target, rel])).to.eql([
      ['https://journal.example/sick', '_blank', 'noopener noreferrer'],
    ]);
  });
});
