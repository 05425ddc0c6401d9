import { expect, fixture, html } from '@open-wc/testing';
import { en } from '../support/words.js';
import { press } from '../support/browser-commands.js';
import { watchedOver, checkIn, responsePlan } from '../support/check-in.js';
import '../support/define-elements.js';
import { asksBeforeLeaving, plain, saidBy, until } from '../support/element-page.js';
import {
  busyForLong,
  noConnection,
  FakePractice,
  heldBack,
  json,
  received,
} from '../support/fake-practice.js';
import { hazelHouse, PHONE } from '../support/hazel-house.js';
import { tabTo } from '../support/keyboard.js';
import { Leaks } from '../support/leaks.js';
import { AT_HOME, QUESTION, SafetyPage, withoutWaiting } from '../support/safety-page.js';

const { safety: t } = en;

let practice: FakePractice;
let place: HTMLElement;
let waitAgain: () => void;

beforeEach(async () => {
  practice = new FakePractice();
  practice.offers({ safety: watchedOver });
  place = await fixture(html`<main></main>`);
  waitAgain = withoutWaiting();
});
afterEach(() => {
  waitAgain();
  practice.close();
});

const atMood = (more?: Record<string, string>) => SafetyPage.atMood(practice, place, more);

const alerts = () =>
  practice.submissions
    .map(({ body }) => JSON.parse(body) as { readonly kind: string; readonly content: unknown })
    .filter(({ kind }) => kind === 'safety-alert');

const linksIn = (within: Element): readonly (string | null)[] =>
  [...within.querySelectorAll('a')].map((link) => link.getAttribute('href'));

describe('before it is asked', () => {
  it('says above the first watched question that an answer is shown at once, and when it is seen', async () => {
    const page = await atMood();
    const { monitoredHours, replyWithin } = responsePlan;
    expect(plain(page.note)).to.equal(t.note(t.watched(monitoredHours, replyWithin)));
    expect(page.note?.nextElementSibling).to.equal(page.field(QUESTION));
  });

  it('says nothing on a page without such a question', async () => {
    const page = await atMood();
    await page.continue();
    expect(page.title).to.equal('Anything else');
    expect(page.note).to.equal(null);
  });

  it('is not asked at all by a practice without a response plan', async () => {
    practice.offers({ safety: hazelHouse.safety });
    const page = await atMood();
    expect(page.questions).to.eql(['Do you sleep?']);
    expect(page.note).to.equal(null);
    expect(practice.warnings.join()).to.contain('better-off-dead, afraid-at-home are left out');
  });
});

describe('an answer that says somebody may not be safe', () => {
  it('brings the panel up at once, right below its question, without taking the focus', async () => {
    const page = await atMood();
    page.choice(QUESTION, 'Most days').focus();
    await page.answer(QUESTION, 'Most days');
    expect(page.panels).to.have.length(1);
    expect(page.field(QUESTION).nextElementSibling).to.equal(page.panel);
    page.expectFocusOn(page.choice(QUESTION, 'Most days'));
    expect(page.panel).to.contain.text(t.title);
    await until(() => page.announcement !== '', 'something is said');
  });

  it('shows the same words whatever the answer', async () => {
    const page = await atMood();
    const shown: string[] = [];
    for (const answer of ['Some days', 'Most days']) {
      await page.answer(QUESTION, answer);
      await until(() => plain(page.panel).includes(t.news.received), 'the practice has been told');
      shown.push(plain(page.panel));
    }
    await page.answer(AT_HOME, 'Yes');
    await until(() => plain(page.panels[1]).includes(t.news.received), 'the practice has been told');
    shown.push(plain(page.panels[1]));
    expect(new Set(shown).size).to.equal(1);
  });

  it('shows numbers to call and to text, the country’s emergency number and the practice’s own', async () => {
    const page = await atMood();
    await page.answer(QUESTION, 'Some days');
    expect(linksIn(page.panel)).to.eql([
      'tel:988',
      'tel:988',
      'sms:988',
      'tel:988',
      'sms:838255',
      'tel:5035550142',
    ]);
    expect(page.panel).to.contain.text('call 911');
    expect(page.panel).to.contain.text(responsePlan.replyWithin);
  });

  it('shows the practice’s own lines in place of the country’s', async () => {
    practice.offers({ safety: { ...watchedOver, lines: [{ name: 'Night line', phone: '555 0108' }] } });
    const page = await atMood();
    await page.answer(QUESTION, 'Some days');
    expect(linksIn(page.panel)).to.eql(['tel:5550108', 'tel:5550108', 'tel:5035550142']);
  });

  it('leads to a directory where no line of the country is known', async () => {
    practice.offers({ safety: { country: 'PT', responsePlan } });
    const page = await atMood();
    await page.answer(QUESTION, 'Some days');
    expect(linksIn(page.panel)).to.include('https://findahelpline.com');
    expect(page.panel).to.contain.text(en.helpEmergencyAnywhere);
  });

  it('blocks nothing and loses nothing', async () => {
    const page = await atMood();
    await page.answer('Do you sleep?', 'No');
    await page.answer(QUESTION, 'Most days');
    await page.continue();
    expect(page.title).to.equal('Anything else');
    await page.back();
    expect(page.answerTo(QUESTION)).to.eql(['Most days']);
    expect(page.panel).to.contain.text(t.title);
  });

  it('is told once, with the number to reach the client, and only then said to be told', async () => {
    const { answer, letGo } = heldBack(received);
    practice.answerSubmissions(answer);
    const page = await atMood();
    await page.answer(QUESTION, 'Most days');
    await until(() => alerts().length === 1, 'the practice is being told');
    expect(page.panel).to.contain.text(t.news.sending);
    expect(page.panel).not.to.contain.text(t.news.received);
    letGo();
    await page.says(t.news.received);
    expect(page.announcement).to.equal(t.news.received);
    expect(alerts().map(({ content }) => content)).to.eql([
      {
        item: 'better-off-dead',
        question: QUESTION,
        answer: 'Most days',
        contact: { phone: '503 555 0199' },
      },
    ]);
  });

  it('keeps a line about what was told when it is changed to one that is none', async () => {
    const page = await atMood();
    await page.answer(QUESTION, 'Most days');
    await page.says(t.news.received);
    await page.answer(QUESTION, 'Never');
    expect(plain(page.panel)).to.equal(`${t.again} ${t.news.received}`);
  });
});

describe('where the practice can’t be told', () => {
  it('keeps trying before it says so', async () => {
    const { answer, letGo } = heldBack(received);
    practice.answerSubmissions(noConnection, answer);
    const page = await atMood();
    await page.answer(QUESTION, 'Most days');
    await until(() => alerts().length === 2, 'it is tried again');
    expect(page.panel).to.contain.text(t.news.sending);
    letGo();
    await page.says(t.news.received);
  });

  it('says so in the panel with the numbers again, and aloud', async () => {
    practice.answerSubmissions(busyForLong);
    const page = await atMood();
    await page.answer(QUESTION, 'Most days');
    await page.says(`${t.news.failed} ${t.callInstead(`988, ${PHONE}`)}`);
    await page.settle();
    expect(page.announcement).to.equal(`${t.news.failed} ${t.callInstead(`988, ${PHONE}`)}`);
    expect(page.panel).not.to.contain.text(t.news.received);
  });

  it('has no number to offer where the practice has none, and says what helps everywhere', async () => {
    practice.offers({ safety: { country: 'PT', responsePlan }, contact: { phone: 'see the door' } });
    practice.answerSubmissions(json({}, 403));
    const page = await atMood();
    await page.answer(QUESTION, 'Most days');
    await page.says(`${t.news.failed} ${en.helpEmergencyAnywhere}`);
    expect(linksIn(page.panel)).to.eql(['https://findahelpline.com']);
  });

  it('can be told anew by a press, where the same answer can’t be chosen again', async () => {
    practice.answerSubmissions(json({}, 403));
    const page = await atMood();
    await page.answer(QUESTION, 'Most days');
    await page.says(t.news.failed);
    practice.answerSubmissions(received);
    await page.click(t.tell);
    page.expectFocusOn(page.panel.querySelector<HTMLElement>('h3'));
    await page.says(t.news.received);
    expect(page.buttons).not.to.include(t.tell);
  });

  it('says so of an answer before, whatever came of the last', async () => {
    practice.answerSubmissions(json({}, 403), received);
    const page = await atMood();
    await page.answer(QUESTION, 'Most days');
    await page.says(t.news.failed);
    await page.answer(AT_HOME, 'Yes');
    await page.says(t.news.received);
    await page.continue();
    expect(page.panel).to.contain.text(t.news.failed);
  });

  it('says so wherever the client has got to meanwhile', async () => {
    const { answer, letGo } = heldBack(json({}, 403));
    practice.answerSubmissions(answer);
    const page = await atMood();
    await page.answer(QUESTION, 'Most days');
    await until(() => alerts().length === 1, 'the practice is being told');
    await page.continue();
    expect(page.panels).to.eql([]);
    letGo();
    await page.says(t.news.failed);
    expect(linksIn(page.panel)).to.eql(['tel:988']);
    await page.continue();
    expect(page.title).to.equal(en.checkTitle);
    expect(page.panel).to.contain.text(t.news.failed);
    await page.back();
    await page.back();
    expect(page.panels).to.have.length(1);
  });
});

describe('a client who goes away', () => {
  it('is asked to stay until the practice has been told', async () => {
    const { answer, letGo } = heldBack(received);
    practice.answerSubmissions(answer);
    const page = await atMood();
    await page.answer(QUESTION, 'Most days');
    await until(() => alerts().length === 1, 'the practice is being told');
    expect(asksBeforeLeaving()).to.equal(true);
    letGo();
    await page.says(t.news.received);
  });

  it('has the practice told as the page goes, by a request that outlives it', async () => {
    waitAgain();
    const page = await atMood();
    await page.answer(QUESTION, 'Most days');
    expect(alerts()).to.eql([]);
    dispatchEvent(new Event('pagehide'));
    await until(() => alerts().length === 1, 'the practice is being told');
    expect(practice.submissions[0]?.options?.keepalive).to.equal(true);
  });
});

describe('what a client can choose', () => {
  it('is to call: a link, and nothing that calls by itself', async () => {
    const page = await atMood();
    await page.answer(QUESTION, 'Some days');
    const call = [...page.panel.querySelectorAll('a')].find((link) => plain(link) === t.call('988'));
    expect(call?.getAttribute('href')).to.equal('tel:988');
  });

  it('is to go on: one line is left, which opens it again', async () => {
    const page = await atMood();
    await page.answer(QUESTION, 'Some days');
    await page.says(t.news.received);
    await page.click(t.goOn);
    expect(plain(page.panel)).to.equal(`${t.again} ${t.news.received}`);
    page.expectFocusOn(page.button(t.again));
    await page.click(t.again);
    expect(page.panel).to.contain.text(t.title);
    page.expectFocusOn(page.panel.querySelector<HTMLElement>('h3'));
  });

  it('is to stop: what is kept is said, a copy can be saved, and the way back leads to the same place', async () => {
    const page = await atMood();
    await page.answer(QUESTION, 'Some days');
    await page.click(t.stop);
    await page.shows(t.stopped);
    page.expectFocusOn(page.all('title')[0]);
    expect(page.text).to.contain(en.notSaved);
    expect(page.buttons).to.include(en.saveCopy);
    expect(page.all('help')).to.have.length(1);
    await page.click(t.goOn);
    await page.shows('Your mood');
    expect(page.answerTo(QUESTION)).to.eql(['Some days']);
  });

  it('is to ask for a call, with the number that was given and the times that are safe', async () => {
    const page = await atMood();
    await page.answer(QUESTION, 'Some days');
    await page.says(t.news.received);
    await page.click(t.askCall);
    expect(page.answerTo(t.phone)).to.eql(['503 555 0199']);
    page.expectFocusOn(page.inputs(t.phone)[0]);
    await page.answer(t.times, 'after six');
    await page.click(t.askCall);
    await until(() => practice.submissions.length === 2, 'the request goes out');
    await until(() => plain(page.root.querySelector('.call')) === t.news.received, 'it is received');
    const request = JSON.parse(practice.submissions[1]?.body ?? '') as Record<string, unknown>;
    expect(request['kind']).to.equal('call-request');
    expect(request['content']).to.eql({ phone: '503 555 0199', safeTimes: 'after six' });
  });

  it('is told what a number lacks, and keeps what was typed when it can’t be sent', async () => {
    const page = await atMood();
    await page.answer(QUESTION, 'Some days');
    await page.says(t.news.received);
    await page.click(t.askCall);
    await page.answer(t.phone, 'my mobile');
    await page.click(t.askCall);
    expect(page.errorOf(t.phone)).to.equal(en.problemWith(t.phone, en.problem['not-phone']));
    page.expectFocusOn(page.inputs(t.phone)[0]);
    practice.answerSubmissions(json({}, 403));
    await page.answer(t.phone, '503 555 0111');
    await page.click(t.askCall);
    await until(() => plain(page.root.querySelector('.call')).startsWith(t.news.failed), 'it has failed');
    expect(page.answerTo(t.phone)).to.eql(['503 555 0111']);
  });

  it('does not go on to the next page when Enter is pressed in the number', async () => {
    const page = await atMood();
    await page.answer(QUESTION, 'Some days');
    await page.click(t.askCall);
    page.inputs(t.phone)[0]?.focus();
    await press('Enter');
    await page.settle();
    expect(page.title).to.equal('Your mood');
    await until(
      () => practice.submissions.some(({ body }) => body.includes('call-request')),
      'it is asked for',
    );
  });
});

describe('everybody can use the panel', () => {
  for (const theme of ['light', 'dark'])
    it(`in the ${theme} form, open, with a call asked for, closed, failed, and when stopped`, async function () {
      this.timeout(30_000);
      practice.answerSubmissions(busyForLong);
      const page = await atMood({ theme });
      const isAccessible = () => expect(page.form).to.be.accessible();
      await isAccessible();
      await page.answer(QUESTION, 'Most days');
      await page.says(t.news.failed);
      await isAccessible();
      await page.click(t.askCall);
      await page.answer(t.phone, '1');
      await page.click(t.askCall);
      await isAccessible();
      await page.click(t.goOn);
      await isAccessible();
      await page.continue();
      await isAccessible();
      await page.back();
      await page.click(t.again);
      await page.click(t.stop);
      await isAccessible();
    });

  it('with the keyboard alone: the panel is the next stop, and what is passed by is told to nobody', async () => {
    waitAgain();
    const page = await atMood();
    await tabTo(page, (focused) => page.field(QUESTION).contains(focused) && focused.matches('[type=radio]'));
    await press(' ');
    for (const answer of ['Some days', 'Most days', 'I’d rather talk about it']) {
      await press('ArrowDown');
      await page.settle();
      expect(page.answerTo(QUESTION)).to.eql([answer]);
    }
    expect(page.panels).to.eql([]);
    await press('ArrowUp');
    await page.settle();
    await press('Tab');
    page.expectFocusOn(page.panel.querySelector('a'));
    await page.says(t.news.received);
    expect(alerts().map(({ content }) => content)).to.have.length(1);
  });
});

describe('what an answer leaves behind', () => {
  it('is nothing outside the form: no event, address, title, console line, storage or state', async () => {
    const leaks = new Leaks(practice, 'most days', ['kap-page-changed', 'kap-intake-delivered']);
    const page = await atMood();
    const events: string[] = [];
    for (const name of ['kap-page-changed', 'kap-intake-delivered'])
      document.addEventListener(name, (event) => events.push(JSON.stringify(saidBy(event))));
    const states = () => ['filling', 'paused'].filter((state) => page.form.matches(`:state(${state})`));
    await page.answer(QUESTION, 'Most days');
    await page.says(t.news.received);
    expect(states()).to.eql(['filling']);
    await page.click(t.stop);
    await page.shows(t.stopped);
    expect(states()).to.eql(['filling']);
    await page.click(t.goOn);
    expect(leaks.found()).to.eql([]);
    expect(events).to.eql([]);
    expect(document.title + location.href).not.to.contain(checkIn.id);
    leaks.close();
  });
});
