import { expect, fixture, html } from '@open-wc/testing';
import type { Questionnaire } from '../../src/domain/questionnaire/questionnaire.js';
import { en } from '../support/words.js';
import { momentInWords } from '../../src/locale/format.js';
import { checkIn } from '../support/check-in.js';
import '../support/define-elements.js';
import { deviceRecords, emptyDevice, isOnDevice } from '../support/device-records.js';
import { asksBeforeLeaving, placed, plain } from '../support/element-page.js';
import { FakePractice, json } from '../support/fake-practice.js';
import { NOW } from '../support/hazel-house.js';
import { IntakePage } from '../support/intake-page.js';

const DAY_MS = 24 * 3_600_000;
const at = (ms: number, options: Intl.DateTimeFormatOptions) => momentInWords(ms, 'en', options);
const TIME = { hour: 'numeric', minute: '2-digit' } as const;
const savedAt = (instant: string) =>
  en.saved(at(Date.parse(instant), TIME), at(Date.parse(instant) + 3 * DAY_MS, { weekday: 'long' }));

let practice: FakePractice;
let place: HTMLElement;
const { open: openDatabase } = IDBFactory.prototype;

beforeEach(async () => {
  await emptyDevice();
  practice = new FakePractice();
  place = await fixture(html`<main></main>`);
});
afterEach(async () => {
  IDBFactory.prototype.open = openDatabase;
  practice.close();
  place.replaceChildren();
  await emptyDevice();
});

const open = () => IntakePage.open({ endpoint: practice.endpoint }, place);

/** Opens the form anew, as after a reload. */
async function openAgain(page: IntakePage): Promise<IntakePage> {
  page.form.remove();
  return open();
}

const answerYes = (page: IntakePage) => page.answer(en.ownDevice, en.keepHere);

async function isGone(): Promise<void> {
  for (let tries = 0; (await deviceRecords()).length > 0; tries++)
    if (tries > 50) throw new Error('It is on the device still.');
}

/** A form whose client has said Yes, and has filled in the first topic. */
async function kept(): Promise<IntakePage> {
  const page = await open();
  await answerYes(page);
  await page.begin();
  await page.fillTopic();
  await page.says(savedAt(NOW));
  return page;
}

describe('the question whose device it is', () => {
  it('has no answer in advance, and nothing is stored without one', async () => {
    const page = await open();
    expect(page.answerTo(en.ownDevice)).to.eql([]);
    expect(page.text).to.contain(en.notSaved);
    await page.begin();
    await page.fillTopic();
    await page.continue();
    expect(page.text).to.contain(en.notSaved);
    expect(page.buttons).not.to.contain(en.clearSaved);
    expect(await isOnDevice()).to.equal(false);
    expect(asksBeforeLeaving()).to.equal(true);
  });

  it('answered with No stores nothing', async () => {
    const page = await open();
    await page.answer(en.ownDevice, en.keepNothing);
    expect(page.answerTo(en.ownDevice)).to.eql([en.keepNothing]);
    await page.begin();
    await page.fillTopic();
    await page.says(en.notSaved);
    expect(await isOnDevice()).to.equal(false);
  });

  it('answered with Yes saves each answer as it is given, and says until when', async () => {
    const page = await kept();
    expect(await deviceRecords()).to.have.length(1);
    expect(asksBeforeLeaving()).to.equal(false);
    practice.itIs('2026-11-23T08:05:00.000Z');
    await page.answer('First name', 'Anna');
    await page.says(savedAt('2026-11-23T08:05:00.000Z'));
  });

  it('can be answered otherwise afterwards', async () => {
    const page = await open();
    await answerYes(page);
    await page.says(savedAt(NOW));
    await page.answer(en.ownDevice, en.keepNothing);
    expect(page.answerTo(en.ownDevice)).to.eql([en.keepNothing]);
    await page.says(en.notSaved);
    expect((await openAgain(page)).answerTo(en.ownDevice)).to.eql([]);
    expect(await deviceRecords()).to.eql([]);
  });
});

describe('a client who comes back', () => {
  it('is told what is here, and goes on where they left', async () => {
    const page = await kept();
    await page.continue();
    const left = page.title;
    await page.says(savedAt(NOW));
    const again = await openAgain(page);
    const when = at(Date.parse(NOW), { ...TIME, weekday: 'long' });
    expect(again.text).to.contain(en.found(when));
    expect(again.buttons).not.to.contain(en.begin);
    expect(again.text).not.to.contain('Okafor');
    await again.click(en.resume);
    expect(again.title).to.equal(left);
    await again.back();
    expect(again.answerTo('Last name')).to.eql(['Okafor']);
  });

  it('can start over, with nothing left on the screen or the device', async () => {
    const again = await openAgain(await kept());
    await again.click(en.startOver);
    await again.shows('Your health history');
    again.expectFocusOn(again.all('title')[0]);
    expect(await deviceRecords()).to.eql([]);
    await again.begin();
    expect(again.answerTo('First name')).to.eql(['']);
  });

  it('finds nothing after three days', async () => {
    const page = await kept();
    practice.itIs(new Date(Date.parse(NOW) + 3 * DAY_MS).toISOString());
    const again = await openAgain(page);
    expect(again.buttons).to.contain(en.begin);
    expect(await deviceRecords()).to.eql([]);
  });

  it('is told which answers a new version of the form no longer takes', async () => {
    const form = (version: string, ...names: readonly string[]): Questionnaire => ({
      schema: 'kap/questionnaire/1',
      id: 'small',
      version,
      title: 'Small',
      locale: 'en',
      item: names.map((text) => ({
        linkId: text,
        type: 'group',
        text: `About ${text}`,
        item: [{ linkId: `${text}-name`, type: 'string', text: `${text}?` }],
      })),
    });
    const opened = async (questionnaire: Questionnaire) => {
      const element = document.createElement('kap-intake-form');
      Object.assign(element, { questionnaire, endpoint: practice.endpoint });
      place.replaceChildren(element);
      const page = new IntakePage(element);
      await page.shows('Small');
      return page;
    };
    const page = await opened(form('1', 'Cats', 'Dogs'));
    await answerYes(page);
    await page.begin();
    await page.answer('Cats?', 'Tom');
    await page.continue();
    await page.answer('Dogs?', 'Rex');
    await page.says(savedAt(NOW));
    const again = await opened(form('2', 'Birds', 'Dogs'));
    expect(again.text).to.contain(en.unfit);
    expect(plain(again.root.querySelector('.stack.section > ul'))).to.equal('Cats?');
    await again.click(en.resume);
    expect(again.title).to.equal('About Dogs');
    expect(again.answerTo('Dogs?')).to.eql(['Rex']);
  });
});

describe('what is saved', () => {
  it('can be cleared from any page, and the answers stay on the screen', async () => {
    const page = await kept();
    await page.click(en.clearSaved);
    await page.says(en.notSaved);
    expect(page.answerTo('Last name')).to.eql(['Okafor']);
    expect((await openAgain(page)).buttons).to.contain(en.begin);
    expect(await deviceRecords()).to.eql([]);
  });

  it('is gone once it is with the practice', async () => {
    const page = await kept();
    await page.sendAll();
    await page.shows(en.receivedTitle);
    page.form.remove();
    await isGone();
  });

  it('is gone when the client is too young, as the form says', async () => {
    const page = await kept();
    await page.answer('Date of birth', '3', '27', '2020');
    await page.continue();
    expect(page.text).to.contain('nothing has been sent or kept');
    await page.says(en.notSaved);
    expect((await openAgain(page)).buttons).to.contain(en.begin);
    expect(await deviceRecords()).to.eql([]);
  });
});

describe('a device that does not clear', () => {
  it('is said to on every page and once it is sent, with the day by which it is gone', async () => {
    practice.answerNext('forms/check-in', json(checkIn));
    const attributes = { endpoint: practice.endpoint, form: 'check-in' };
    const page = new IntakePage(placed('kap-intake-form', attributes, place));
    await page.shows(checkIn.title);
    await answerYes(page);
    await page.says(savedAt(NOW));
    await page.begin();
    IDBFactory.prototype.open = () => {
      throw new DOMException('blocked', 'SecurityError');
    };
    const gone = en.notCleared(at(Date.parse(NOW) + 3 * DAY_MS, { weekday: 'long' }));
    await page.click(en.clearSaved);
    await page.says(gone);
    await page.click(en.topics);
    await page.click(en.checkTitle);
    await page.click(page.sendButton);
    await page.shows(en.receivedTitle);
    await page.says(gone);
    IDBFactory.prototype.open = openDatabase;
    await page.click(en.clearSaved);
    await isGone();
  });
});

describe('a device that keeps nothing', () => {
  it('is said to, and the form works to its end', async () => {
    IDBFactory.prototype.open = () => {
      throw new DOMException('blocked', 'SecurityError');
    };
    const page = await open();
    await answerYes(page);
    await page.says(en.couldNotSave);
    await page.begin();
    await page.fillTopic();
    await page.says(en.couldNotSave);
    expect(asksBeforeLeaving()).to.equal(true);
    await page.sendAll();
    await page.shows(en.receivedTitle);
  });
});
