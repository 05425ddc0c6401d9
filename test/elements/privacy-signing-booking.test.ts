import { expect, fixture, html } from '@open-wc/testing';
import type { ConsentDocument } from '../../src/domain/consent/document.js';
import { en } from '../support/words.js';
import { shortConsent } from '../support/consent-document.js';
import { ConsentPage, DRIVING, MISS, NOT_DRIVING, OFF_LABEL, RIGHT } from '../support/consent-page.js';
import '../support/define-elements.js';
import { ElementPage, fallbackIn, isSeen, placed } from '../support/element-page.js';
import { busyForLong, captivePortal, consentIn, FakePractice, json } from '../support/fake-practice.js';
import { HERE, kinds, slotAt } from '../support/hazel-house.js';
import { Leaks, stored } from '../support/leaks.js';
import { CONSULTATION, PickerPage } from '../support/picker-page.js';
import { printedPage } from '../support/printed-page.js';

/** Stands in everything that is typed here, and in the name of every answer to a question. */
const MARK = 'zqx';
const NAME = `Ana Okafor-${MARK}`;
const TUESDAY = 'Tuesday, November 24';

const marked: ConsentDocument = {
  ...shortConsent,
  blocks: shortConsent.blocks.map((block) =>
    block.check
      ? {
          ...block,
          check: {
            ...block.check,
            answers: block.check.answers.map((answer) => ({ ...answer, id: `${MARK}-${answer.id}` })),
          },
        }
      : block,
  ),
};

let practice: FakePractice;
let place: HTMLElement;
let leaks: Leaks;

beforeEach(async () => {
  practice = new FakePractice();
  practice.asksFor(marked);
  practice.offers({ timeZone: HERE, sessionKinds: [kinds.consultation] });
  practice.slots = [slotAt('2026-11-24 09:00')];
  place = await fixture(html`<main></main>`);
  leaks = new Leaks(practice, MARK, ['kap-consent-signed', 'kap-sessions-booked', 'kap-session-cancelled']);
});
afterEach(() => {
  leaks.close();
  practice.close();
});

const nothingLeaks = (when: string) => expect(leaks.found(), when).to.eql([]);

const expectTokenAlone = () => {
  const [request] = practice.submissions;
  const token = request?.headers.get('Authorization')?.replace('Bearer ', '');
  expect(Object.values(stored(sessionStorage))).to.eql([token]);
  expect(stored(localStorage)).to.eql({});
  expect(document.cookie).to.equal('');
};

describe('the name and the answers of somebody who signs', () => {
  it('are in no attribute, address, title, storage, event or console line, whatever happens', async () => {
    practice.answerSubmissions(captivePortal, busyForLong, json({}, 403));
    const page = await ConsentPage.open({ endpoint: practice.endpoint }, place);
    expect(stored(sessionStorage)).to.eql({});
    await page.check(DRIVING, MISS);
    await page.answer(en.fullName, NAME);
    nothingLeaks('while it is read');
    await page.sign();
    nothingLeaks('beside what is missing');
    await page.tick(OFF_LABEL, NOT_DRIVING);
    await page.check(DRIVING, RIGHT);
    await page.sign();
    await page.shows(en.notSentTitle);
    nothingLeaks('when it is not confirmed');
    await page.click(en.tryAgain);
    await page.shows(en.refusedTitle);
    nothingLeaks('when it is refused');
    await page.click(en.tryAgain);
    await page.shows(en.signedTitle);
    nothingLeaks('when it is signed');
    const { close } = await printedPage(() => page.click(en.print));
    nothingLeaks('while it is printed');
    close();
    const [sent] = practice.submissions.map(consentIn);
    expect(sent?.content.record.signature).to.include({ value: NAME });
    expect(sent?.content.record.checks[0]?.answers).to.eql([`${MARK}-same-day`, `${MARK}-next-day`]);
    expect(leaks.events).to.have.length(1);
    expectTokenAlone();
  });
});

describe('the name and the number of somebody who books', () => {
  it('are in no attribute, address, title, storage, event or console line, whatever happens', async () => {
    practice.answerSubmissions(captivePortal, busyForLong, json({}, 403));
    const page = await PickerPage.open({ endpoint: practice.endpoint }, place);
    await page.chooseKind(CONSULTATION);
    await page.introduce(NAME, MARK);
    await page.request();
    nothingLeaks('beside what is missing');
    await page.chooseDay(TUESDAY);
    await page.chooseTime(TUESDAY, '9:00');
    await page.introduce(NAME, `ana@${MARK}.example`);
    await page.request();
    await page.shows(en.notSentTitle);
    nothingLeaks('when it is not confirmed');
    await page.click(en.tryAgain);
    await page.shows(en.refusedTitle);
    nothingLeaks('when it is refused');
    await page.click(en.tryAgain);
    await page.shows(en.requestedTitle);
    nothingLeaks('when it is requested');
    expect(practice.submissions.at(-1)?.body).to.contain(NAME);
    expect(leaks.events).to.have.length(1);
    expect(leaks.events[0]).not.to.contain('2026');
    expectTokenAlone();
  });
});

describe('what both elements ask for', () => {
  it('goes without cookies, without a referrer, follows no redirect, and leaves no copy of what it wrote', async () => {
    const consent = await ConsentPage.open({ endpoint: practice.endpoint }, place);
    await consent.fillInAndSign(NAME);
    await consent.shows(en.signedTitle);
    const picker = await PickerPage.open({ endpoint: practice.endpoint }, place);
    await picker.choose(CONSULTATION, TUESDAY, '9:00');
    // What was signed says nothing of how to reach whoever has signed it.
    await picker.introduce();
    await picker.request();
    await picker.shows(en.requestedTitle);
    const paths = practice.requests.map(({ path }) => path);
    expect(paths).to.include.members([
      'practice',
      'consents/ketamine-therapy',
      'availability',
      'submissions',
    ]);
    for (const { url, path, options } of practice.requests) {
      expect(url.startsWith(practice.endpoint), url).to.equal(true);
      const mayCache = path === 'practice' || path.startsWith('consents/');
      expect(options, path).to.include({
        credentials: 'omit',
        redirect: 'error',
        referrerPolicy: 'no-referrer',
        cache: mayCache ? 'default' : 'no-store',
      });
    }
  });

  for (const tag of ['kap-consent', 'kap-session-picker'] as const)
    it(`is nothing where the page names keys to seal to: <${tag}> stays shut`, async () => {
      const sealed = { endpoint: practice.endpoint, 'seal-thumbprints': 'NzbLsXh8uDCcd-6MNwXF4W_7noWXFZAf' };
      const page = new ElementPage(placed(tag, sealed, place));
      const fallback = fallbackIn(page.element);
      await page.says(en.failure.sealing);
      expect(isSeen(fallback)).to.equal(true);
      expect(practice.requests).to.have.length(0);
    });

  it('stands in a wrapper that asks session-replay tools to record nothing within', async () => {
    const elements = (['kap-consent', 'kap-session-picker'] as const).map((tag) =>
      placed(tag, { endpoint: practice.endpoint }, place),
    );
    for (const element of elements) {
      await element.updateComplete;
      const inRoot = [...(element.shadowRoot?.children ?? [])];
      expect(inRoot.map(({ className }) => className)).to.have.length(1);
      expect([...(inRoot[0]?.classList ?? [])]).to.include.members([
        'rr-block',
        'sentry-block',
        'ph-no-capture',
      ]);
    }
  });
});
