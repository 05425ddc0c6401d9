import { describe, expect, it } from 'vitest';
import type { ReadingState } from '../../../src/app/consent/state.js';
import { shortConsent } from '../../support/consent-document.js';
import {
  afterSigning,
  consentsIn,
  openOf,
  readConsent,
  TO_ENDPOINT,
  touchConsent,
  type Opening,
} from '../../support/open-consent.js';
import {
  accepts,
  hasStatus,
  LateAnswers,
  noReply,
  reaches,
  reply,
  type Answer,
} from '../../support/ports.js';

const TEXT = 'GET consents/ketamine-therapy';
const newer = { ...shortConsent, version: '2027-01', title: 'Consent, in new words' };

/** The endpoint's answer to a text that it does not ask for any more. */
const notCurrent: Answer = reply(422, {
  type: 'kap:invalid',
  errors: [{ pointer: '/act/document/version', code: 'not-current' }],
});

/** Signed, refused for its text, and then this comes when the text is asked for again. */
async function refusedWith(text: Answer, opening: Opening = {}) {
  const opened = await readConsent({
    ...opening,
    script: { [TO_ENDPOINT]: [notCurrent], ...opening.script },
  });
  opened.fillsIn();
  const { signing } = openOf(opened.consent);
  opened.ports.network.answer(TEXT, text);
  opened.does({ type: 'sign' });
  return { ...opened, signing };
}

describe('a text that has changed since it was opened', () => {
  it('has the practice asked anew what it wants signed, past any cache', async () => {
    const { consent, ports, session, signing } = await refusedWith(reply(200, newer));
    await reaches(consent, hasStatus('reading'));
    const asked = ports.network.sent('GET practice');
    expect(asked.map(({ mayCache }) => mayCache)).toEqual([true, false]);
    expect(session.state.status).toBe('ready');
    expect(signing.name).not.toBe('');
  });

  const changed = {
    ...newer,
    blocks: newer.blocks.map((block) =>
      block.id === 'off-label' ? { ...block, paragraphs: ['It is approved for something else.'] } : block,
    ),
  };

  it('is shown anew with a notice, and signed by nobody before they press Sign', async () => {
    const { consent, ports } = await refusedWith(reply(200, changed));
    const state = await reaches(consent, hasStatus('reading'));
    expect(state).toMatchObject({ isNewText: true, prepared: undefined, problems: [], refusals: 0 });
    expect(state.signing).toMatchObject({ document: changed, shownAt: '2026-11-22T20:10:00.000Z' });
    expect(consentsIn(ports)).toHaveLength(1);
  });

  it('keeps what was done in passages that stayed the same, from the moment that they are shown', async () => {
    const { consent, signing } = await refusedWith(reply(200, changed));
    const now = (await reaches(consent, hasStatus('reading'))).signing;
    expect([...signing.acknowledged.keys()]).toEqual(['off-label', 'going-home']);
    expect([...now.acknowledged]).toEqual([['going-home', now.shownAt]]);
    expect(now.answers).toEqual(signing.answers);
    expect(consent.state).toMatchObject({ chosen: new Map([['going-home', 'next-day']]) });
  });

  it('keeps the name, the person signed for, and what was drawn', async () => {
    const opened = await readConsent({ script: { [TO_ENDPOINT]: [notCurrent] } });
    const representing = { authority: 'Guardian', client: 'Ana Okafor' };
    const drawing = { width: 300, height: 150, strokes: [[[1, 2]]] };
    opened.fillsIn();
    opened.does({ type: 'represent', representing }, { type: 'method', method: 'drawn' });
    opened.does({ type: 'draw', drawing });
    opened.ports.network.answer(TEXT, reply(200, changed));
    opened.does({ type: 'sign' });
    const { signing } = await reaches(
      opened.consent,
      (state): state is ReadingState => state.status === 'reading' && state.isNewText,
    );
    expect(signing).toMatchObject({ name: 'Ana Okafor', representing, method: 'drawn', drawing });
  });

  it('is asked of the endpoint itself: what a cache holds is what was refused', async () => {
    const { consent, ports } = await refusedWith(reply(200, newer));
    await reaches(consent, hasStatus('reading'));
    expect(ports.network.sent(TEXT).map(({ mayCache }) => mayCache)).toEqual([true, false]);
  });

  it('is signed as a record of its own, which replaces nothing, for nothing was kept', async () => {
    const { consent, ports, fillsIn, does } = await refusedWith(reply(200, newer));
    await reaches(consent, hasStatus('reading'));
    ports.network.answer(TO_ENDPOINT, accepts);
    fillsIn();
    does({ type: 'sign' });
    await reaches(consent, hasStatus('signed'));
    const [first, second] = consentsIn(ports);
    expect(second?.act.document.version).toBe('2027-01');
    expect(second?.id).not.toBe(first?.id);
    expect(second?.relatesTo).toEqual([]);
  });

  it('keeps its notice while something is still missing', async () => {
    const { consent, does } = await refusedWith(reply(200, changed));
    await reaches(consent, hasStatus('reading'));
    does({ type: 'sign' });
    expect(consent.state).toMatchObject({ status: 'reading', isNewText: true, refusals: 1 });
  });
});

describe('a refusal that was not about the text', () => {
  it('ends in "refused", with every tick, answer and the name kept', async () => {
    const { consent, signing } = await refusedWith(reply(200, shortConsent));
    expect(await reaches(consent, hasStatus('refused'))).toMatchObject({ httpStatus: 422, signing });
    expect(openOf(consent).signing).toBe(signing);
  });

  it('keeps the record for the client’s copy', async () => {
    const { consent } = await refusedWith(reply(200, shortConsent));
    const { prepared } = await reaches(consent, hasStatus('refused'));
    expect(prepared?.record.signer.name).toBe('Ana Okafor');
  });

  it('sends, when it is tried again, all that was signed in a new record: the same one would be refused again', async () => {
    const { consent, ports, does } = await refusedWith(reply(200, shortConsent));
    await reaches(consent, hasStatus('refused'));
    ports.network.answer(TO_ENDPOINT, accepts);
    await ports.clock.sleep(60_000);
    does({ type: 'try-again' });
    await reaches(consent, hasStatus('signed'));
    const [first, second] = consentsIn(ports);
    expect(second?.relatesTo).toEqual([first?.id]);
    expect(second?.content.record.acknowledgements).toEqual(first?.content.record.acknowledgements);
    expect(second?.content.record.signer).toEqual(first?.content.record.signer);
    expect(second?.content.record.signature.at).not.toBe(first?.content.record.signature.at);
  });

  it('leads back to the text, with everything as it was', async () => {
    const { consent, does, signing } = await refusedWith(reply(200, shortConsent));
    await reaches(consent, hasStatus('refused'));
    does({ type: 'back' });
    expect(consent.state).toMatchObject({ status: 'reading', isNewText: false });
    expect(openOf(consent).signing).toBe(signing);
  });
});

describe('a text that can’t be had after a refusal', () => {
  it.each([
    ['nothing comes', noReply()],
    ['it is gone', reply(404)],
    ['HTML comes', reply(200, '<!doctype html>')],
  ])('leaves everything with the client where %s', async (_, answer) => {
    const { consent, signing } = await refusedWith(answer);
    expect(await reaches(consent, hasStatus('refused'))).toMatchObject({ httpStatus: 422, signing });
  });

  it('keeps what was signed while it is on its way', async () => {
    const late = new LateAnswers();
    const { consent, signing, settles } = await refusedWith(late.answer);
    await settles();
    expect(consent.state.status).toBe('loading');
    late.arrives(reply(404));
    expect(await reaches(consent, hasStatus('refused'))).toMatchObject({ signing });
  });
});

describe('a document that was signed elsewhere meanwhile', () => {
  /** Signed here too, though the endpoint has it already. */
  async function signedTwice(opening: Opening) {
    const opened = await readConsent({ ...opening, script: { [TO_ENDPOINT]: [notCurrent] } });
    opened.fillsIn();
    opened.session.send({ type: 'care-read', care: afterSigning() });
    opened.does({ type: 'sign' });
    return opened.consent;
  }

  it('is not asked for again', async () => {
    const consent = await signedTwice({});
    const { signed } = await reaches(consent, hasStatus('nothing-to-sign'));
    expect(signed).toEqual(afterSigning().consents);
  });

  it('makes room for the next, which is no new text though its version has the same name', async () => {
    expect(touchConsent.version).toBe(shortConsent.version);
    const consent = await signedTwice({ documents: [shortConsent, touchConsent] });
    const next = await reaches(consent, hasStatus('reading'));
    expect(next.signing.document.id).toBe('touch');
    expect(next.isNewText).toBe(false);
  });
});
