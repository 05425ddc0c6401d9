import { expect, fixture, html } from '@open-wc/testing';
import type { KapIntakeDeliveredEvent } from '../../src/elements/kap-intake-form/events.js';
import type { ResponseItem } from '../../src/domain/fhir/questionnaire-response.js';
import { en } from '../support/words.js';
import '../support/define-elements.js';
import {
  busyForLong,
  busyForNow,
  captivePortal,
  FakePractice,
  heldBack,
  json,
  noConnection,
  received,
  submissionIn,
  type Answer,
  type SeenRequest,
} from '../support/fake-practice.js';
import { REFERENCE } from '../support/hazel-house.js';
import { until } from '../support/element-page.js';
import { CHECK, IntakePage } from '../support/intake-page.js';

const SAVE = en.saveCopy;

let practice: FakePractice;
let place: Element;

beforeEach(async () => {
  practice = new FakePractice();
  place = await fixture(html`<main></main>`);
});
afterEach(() => practice.close());

const open = () => IntakePage.open({ endpoint: practice.endpoint }, place);

/** Where a question's answer stands in what was sent. */
function pointerTo(linkId: string, request: SeenRequest): string {
  const search = (items: readonly ResponseItem[], at: string): string | undefined => {
    for (const [index, item] of items.entries()) {
      const here = `${at}/item/${index}`;
      const found = item.linkId === linkId ? here : search(item.item ?? [], here);
      if (found) return found;
    }
    return undefined;
  };
  return search(submissionIn(request).content.response.item ?? [], '/content/response') ?? '';
}

const objectTo =
  (linkId: string, detail: string): Answer =>
  (request) =>
    json(
      {
        type: 'kap:invalid',
        errors: [{ pointer: pointerTo(linkId, request), code: 'not-reachable', detail }],
      },
      422,
    )(request);

describe('answers that arrive', () => {
  it('are called received once the practice has said so, with its reference', async () => {
    const { answer, letGo } = heldBack(received);
    practice.answerSubmissions(answer);
    const page = await open();
    await page.sendAll();
    expect(page.title).to.equal(en.sending);
    expect(page.text).not.to.contain('received');
    letGo();
    await page.shows(en.receivedTitle);
    expect(page.focused).to.have.trimmed.text(en.receivedTitle);
    expect(page.all('reference')[0]).to.have.trimmed.text(REFERENCE);
    expect(page.text).to.contain('Hazel House received your answers on November 22, 2026');
    expect(page.text).to.contain('You hear from the practice within two working days.');
  });

  it('go out once, as one envelope, under the client’s care token', async () => {
    const page = await open();
    await page.sendAll();
    await page.shows(en.receivedTitle);
    const [request, ...more] = practice.submissions;
    expect(more).to.have.length(0);
    if (!request) throw new Error('Nothing was sent.');
    const sent = submissionIn(request);
    expect(sent).to.deep.include({
      schema: 'kap/submission/1',
      kind: 'intake',
      practice: 'hazel-house',
      act: { questionnaire: { id: 'health-history', version: '2.0.0' } },
    });
    expect(request.headers.get('Idempotency-Key')).to.equal(`"${sent.id}"`);
    expect(request.headers.get('Authorization')).to.match(/^Bearer [\w-]{43}$/);
    expect(JSON.stringify(sent.content)).to.contain('"valueDate":"1984-03-27"');
  });

  it('are told to the page by their state and reference alone', async () => {
    const events: KapIntakeDeliveredEvent[] = [];
    place.addEventListener('kap-intake-delivered', (event) => events.push(event as KapIntakeDeliveredEvent));
    const page = await open();
    await page.sendAll();
    await page.shows(en.receivedTitle);
    expect(events.map(({ status, reference }) => ({ status, reference }))).to.eql([
      { status: 'received', reference: REFERENCE },
    ]);
  });

  it('are followed by the practice’s own words, where it has some', async () => {
    const page = await open();
    const words = document.createElement('p');
    words.slot = 'confirmation';
    words.textContent = 'We look forward to meeting you.';
    page.form.append(words);
    expect(words.getClientRects()).to.have.length(0);
    await page.sendAll();
    await page.shows(en.receivedTitle);
    expect(words.getClientRects()).to.have.length.above(0);
  });

  it('can be taken off the screen', async () => {
    const page = await open();
    await page.sendAll();
    await page.shows(en.receivedTitle);
    await page.click(en.clear);
    expect(page.title).to.equal(en.beforeTitle);
    expect(page.all('reference')[0]).to.have.trimmed.text(REFERENCE);
    expect(page.buttons).not.to.include(SAVE);
  });

  it('are sent, not received, where a webhook takes them', async () => {
    const page = await IntakePage.open({ action: `${practice.endpoint}submissions` }, place);
    expect(page.text).not.to.contain(en.whoReads);
    practice.answerSubmissions(captivePortal);
    await page.sendAll();
    await page.shows(en.sentTitle);
    expect(page.text).not.to.contain(en.receivedTitle);
    expect(practice.submissions[0]?.headers.get('Content-Type')).to.contain('text/plain');
    expect(practice.submissions[0]?.headers.get('Authorization')).to.equal(null);
  });
});

describe('answers that take more than one try', () => {
  it('arrive after the practice was busy, as the very same bytes', async () => {
    const { answer, letGo } = heldBack(received);
    practice.answerSubmissions(busyForNow, noConnection, answer);
    const page = await open();
    await page.sendAll();
    await until(() => page.text.includes(en.trouble.network), 'the trouble is told');
    expect(page.title).to.equal(en.sending);
    expect(page.buttons).to.include(SAVE);
    letGo();
    await page.shows(en.receivedTitle);
    const [first, ...others] = practice.submissions;
    expect(others.map(({ body }) => body)).to.eql([first?.body, first?.body]);
  });

  it('are not received because a friendly page answered', async () => {
    const { answer, letGo } = heldBack(received);
    practice.answerSubmissions(captivePortal, answer);
    const page = await open();
    await page.sendAll();
    await until(() => page.text.includes(en.trouble['not-understood']), 'the trouble is told');
    expect(page.title).to.equal(en.sending);
    letGo();
    await page.shows(en.receivedTitle);
  });

  it('are not received because somebody else’s were', async () => {
    const othersDigest: Answer = async (request) => {
      const reply = await received(request);
      return json({ ...((await reply.json()) as object), digest: '0'.repeat(64) }, 201)(request);
    };
    practice.answerSubmissions(othersDigest, busyForLong);
    const page = await open();
    await page.sendAll();
    await page.shows(en.notSentTitle);
  });

  it('wait on the page when nobody answers, and go on when asked', async () => {
    practice.answerSubmissions(busyForLong);
    const page = await open();
    await page.sendAll();
    await page.shows(en.notSentTitle);
    expect(page.text).to.contain('Everything you wrote is still here.');
    await page.click(en.tryAgain);
    await page.shows(en.receivedTitle);
    expect(practice.submissions[1]?.body).to.equal(practice.submissions[0]?.body);
  });

  it('go on by themselves when the device is back online', async () => {
    practice.answerSubmissions(busyForLong);
    const page = await open();
    await page.sendAll();
    await page.shows(en.notSentTitle);
    dispatchEvent(new Event('online'));
    await page.shows(en.receivedTitle);
  });

  it('can be changed meanwhile; the new ones say which they replace', async () => {
    practice.answerSubmissions(busyForLong);
    const page = await open();
    await page.sendAll();
    await page.shows(en.notSentTitle);
    await page.click(en.goBack);
    expect(page.title).to.equal(CHECK);
    await page.click('Change: Last name');
    await page.answer('Last name', 'Adeyemi');
    await page.continue();
    await page.click(page.sendButton);
    await page.shows(en.receivedTitle);
    const [before, after] = practice.submissions.map(submissionIn);
    expect(after?.relatesTo).to.eql([before?.id]);
    expect(practice.submissions[1]?.body).to.contain('Adeyemi');
  });
});

describe('answers that the practice objects to', () => {
  it('are asked for again where they belong, with the practice’s reason', async () => {
    practice.answerSubmissions(objectTo('email', 'Mail to this address comes back'));
    const page = await open();
    await page.sendAll();
    await page.shows('About you');
    expect(page.errors).to.eql([
      'Email address: the practice could not take this answer. Mail to this address comes back',
    ]);
    expect(page.errorOf('Email address')).to.contain('Mail to this address comes back');
    expect(page.focused?.part.contains('error-summary')).to.equal(true);
    expect(page.answerTo('First name')).to.eql(['Ana']);
    await page.answer('Email address', 'ana@post.example');
    await page.continue();
    expect(page.title).to.equal(CHECK);
    await page.click(page.sendButton);
    await page.shows(en.receivedTitle);
  });

  it('show the reason as text, whatever stands in it', async () => {
    practice.answerSubmissions(objectTo('given-name', '<img src=x onerror="alert(1)"><b>no</b>'));
    const page = await open();
    await page.sendAll();
    await page.shows('About you');
    expect(page.errorOf('First name')).to.contain('<img src=x onerror="alert(1)"><b>no</b>');
    expect(page.root.querySelectorAll('img, b')).to.have.length(0);
  });

  it('lead to a plain refusal where the reason points nowhere', async () => {
    practice.answerSubmissions(
      json({ type: 'kap:invalid', errors: [{ pointer: '/practice', code: 'unknown' }] }, 422),
    );
    const page = await open();
    await page.sendAll();
    await page.shows(en.refusedTitle);
  });
});

describe('answers that the practice refuses', () => {
  for (const status of [401, 403, 404, 405, 410, 413, 415])
    it(`stay on the page after a ${status}, with the phone number`, async () => {
      practice.answerSubmissions(json({ type: 'kap:not-allowed' }, status));
      const page = await open();
      await page.sendAll();
      await page.shows(en.refusedTitle);
      expect(page.text).to.contain('Everything you wrote is still here.');
      expect(page.text).to.contain('Please call the practice on (503) 555-0142.');
      expect(page.buttons).to.include(SAVE);
      await page.click(en.goBack);
      expect(page.line('Last name').words).to.equal('Okafor');
    });
});
