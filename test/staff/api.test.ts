import { describe, expect, it } from 'vitest';
import { StaffApi, StaffApiError } from '../../demo/staff/api.js';
import { newConsent } from '../support/consent.js';
import { history } from '../support/history.js';
import { aBooking, ANA } from './bookings.js';
import { aDocument, aSigned, consentsOf, earlier, takingBack } from './signed.js';

interface Sent {
  readonly url: string;
  readonly init: RequestInit;
}

function apiThatAnswers(answer: () => Response | Promise<Response>) {
  const sent: Sent[] = [];
  let timesSignedOut = 0;
  const api = new StaffApi({
    fetch: async (input, init) => {
      sent.push({ url: input instanceof Request ? input.url : input.toString(), init: init ?? {} });
      return answer();
    },
    base: new URL('https://practice.example/staff/'),
    onSignedOut: () => {
      timesSignedOut += 1;
    },
  });
  return { api, sent, timesSignedOut: () => timesSignedOut };
}

const kindOf = (call: Promise<unknown>): Promise<string> =>
  call.then(
    () => 'answered',
    (error: unknown) => (error instanceof StaffApiError ? error.kind : 'something else'),
  );

const answering = (status: number, body: unknown) => () => Response.json(body, { status });

describe('signing in', () => {
  it('sends the token in the body alone', async () => {
    const { api, sent } = apiThatAnswers(answering(200, { role: 'therapist' }));
    expect(await api.signIn('a-token')).toBe('therapist');
    expect(sent[0]?.url).toBe('https://practice.example/staff/api/session');
    expect(sent[0]?.init).toMatchObject({
      method: 'POST',
      body: '{"token":"a-token"}',
      headers: { 'Content-Type': 'application/json' },
    });
  });

  it('tells a wrong token from a session that ended', async () => {
    const { api, timesSignedOut } = apiThatAnswers(answering(401, { type: 'kap:not-allowed' }));
    expect(await kindOf(api.signIn('wrong'))).toBe('signed-out');
    expect(timesSignedOut()).toBe(0);
    expect(await kindOf(api.log())).toBe('signed-out');
    expect(timesSignedOut()).toBe(1);
  });

  it('knows when nobody is signed in', async () => {
    const { api } = apiThatAnswers(answering(401, { type: 'kap:not-allowed' }));
    expect(await api.currentRole()).toBeUndefined();
  });
});

describe('what comes back', () => {
  it.each([
    [403, 'not-allowed'],
    [404, 'not-found'],
    [422, 'refused'],
    [429, 'too-many'],
    [503, 'unreachable'],
  ])('with status %i is %s', async (status, kind) => {
    const { api } = apiThatAnswers(answering(status, {}));
    expect(await kindOf(api.submissions())).toBe(kind);
  });

  it('is unreachable when the network fails', async () => {
    const { api } = apiThatAnswers(() => Promise.reject(new TypeError('no network')));
    expect(await kindOf(api.submissions())).toBe('unreachable');
  });

  it.each(['<html>Please sign in to the Wi-Fi</html>', '{"submissions":[{"id":1}]}', ''])(
    'is unreadable when it is not what was asked for: %s',
    async (body) => {
      const { api } = apiThatAnswers(() => new Response(body));
      expect(await kindOf(api.submissions())).toBe('unreadable');
    },
  );

  it('says in the server’s own words what it refused', async () => {
    const detail = 'That day has passed.';
    const body = { type: 'kap:invalid', errors: [{ pointer: '/validUntil', code: 'date-in-past', detail }] };
    const { api } = apiThatAnswers(answering(422, body));
    await expect(api.decide('client', { status: 'cleared', validUntil: '2020-01-01' })).rejects.toThrow(
      detail,
    );
  });
});

describe('what the server will not do', () => {
  it('is said in its own words where a rule stands against it: the detail, else the title', async () => {
    const detail = 'The client’s clearance or consent does not cover this session now.';
    const broken = {
      type: 'kap:rule-broken',
      title: 'This can’t be booked like this.',
      rules: ['needs'],
      detail,
    };
    const { api } = apiThatAnswers(answering(409, broken));
    await expect(api.decideBooking('a-booking', 'confirm')).rejects.toThrow(detail);

    const title = 'This session does not wait for a decision any more.';
    const { api: other } = apiThatAnswers(answering(409, { type: 'kap:not-allowed', title }));
    await expect(other.decideBooking('a-booking', 'decline')).rejects.toThrow(title);
  });

  it('is said in its own words to a role, and stays a matter of the role', async () => {
    const title = 'What a client has signed is for the prescriber and the therapist.';
    const { api } = apiThatAnswers(answering(403, { type: 'kap:not-allowed', title }));
    const refused = api.consent('a-consent');
    await expect(refused).rejects.toThrow(title);
    expect(await kindOf(refused)).toBe('not-allowed');
  });

  it('is said in ours where a proxy answers in its place', async () => {
    const { api } = apiThatAnswers(() => new Response('<h1>Conflict</h1>', { status: 409 }));
    await expect(api.decideBooking('a-booking', 'confirm')).rejects.toThrow('Nothing was changed.');
  });
});

const TOMBSTONE = {
  reference: 'AAAA-1111',
  recordDigest: 'a'.repeat(64),
  document: { id: 'ketamine-therapy', version: '2026-11' },
  receivedAt: '2026-11-22T20:00:00.000Z',
  erasedAt: '2026-11-24T18:00:00.000Z',
  erasedBy: 'prescriber',
  reason: 'A request by law.',
} as const;

describe('a submission', () => {
  const consent = newConsent();
  const withdrawal = takingBack(aSigned(), { what: 'block', block: 'going-home' });
  const frame = {
    id: consent.id,
    reference: 'AAAA-1111',
    receivedAt: '2026-11-22T20:00:00.000Z',
    createdAt: consent.createdAt,
    timeZone: consent.timeZone,
    locale: consent.locale,
    relatesTo: [],
    client: { id: ANA, clearance: { status: 'in-review' }, clearanceHistory: [] },
  };
  const answers = {
    consent: {
      ...frame,
      kind: 'consent',
      act: consent.act,
      record: consent.content.record,
      digest: consent.act.recordDigest,
      published: consent.content.record.document,
    },
    booking: {
      ...frame,
      kind: 'booking',
      act: { sessions: [{ slotId: 'a-slot', kind: 'preparation' }] },
      note: 'By the side door, please.',
    },
    'booking-change': { ...frame, kind: 'booking-change', act: { cancel: ['a-booking'], sessions: [] } },
    withdrawal: {
      ...frame,
      kind: 'consent-withdrawal',
      act: { recordDigest: withdrawal.record.recordDigest, scope: withdrawal.scope },
      record: withdrawal.record,
      digest: consent.act.recordDigest,
    },
    erased: {
      id: consent.id,
      reference: 'AAAA-1111',
      receivedAt: frame.receivedAt,
      client: frame.client,
      kind: 'consent-erased',
      digest: consent.act.recordDigest,
      erased: TOMBSTONE,
    },
  } as const;

  it('is read by its kind', async () => {
    const read = async (kind: keyof typeof answers, by: 'consent' | 'request') =>
      apiThatAnswers(answering(200, answers[kind])).api[by](consent.id);
    expect(await read('consent', 'consent')).toEqual(answers.consent);
    expect(await read('withdrawal', 'consent')).toEqual(answers.withdrawal);
    expect(await read('erased', 'consent')).toEqual(answers.erased);
    expect(await read('booking', 'request')).toEqual(answers.booking);
    expect(await read('booking-change', 'request')).toEqual(answers['booking-change']);
  });

  it('of another kind than the page is for is not there', async () => {
    const { api } = apiThatAnswers(answering(200, answers.booking));
    expect(await kindOf(api.history(consent.id))).toBe('not-found');
    expect(await kindOf(api.consent(consent.id))).toBe('not-found');
  });

  it('whose parts do not fit its kind is unreadable', async () => {
    const { api } = apiThatAnswers(answering(200, { ...answers.booking, kind: 'consent' }));
    expect(await kindOf(api.consent(consent.id))).toBe('unreadable');
  });
});

describe('what a client has signed', () => {
  it('is read whole, with what was taken back and every text', async () => {
    const record = aSigned();
    const signed = { ...record, withdrawals: [takingBack(record)] };
    const consents = consentsOf(aDocument([signed, aSigned(earlier, { status: 'outdated-material' })]));
    const { api, sent } = apiThatAnswers(answering(200, consents));
    expect(await api.clientConsents(ANA)).toEqual(consents);
    expect(sent[0]?.url).toBe(`https://practice.example/staff/api/clients/${ANA}/consents`);
  });

  it('is checked by the keys that anybody may read', async () => {
    const key = { kty: 'EC', crv: 'P-256', x: 'x'.repeat(43), y: 'y'.repeat(43), kid: 'key-1' } as const;
    const { api, sent } = apiThatAnswers(answering(200, { keys: [{ ...key, d: 'private' }] }));
    expect(await api.receiptKeys()).toEqual({ keys: [key] });
    expect(sent[0]?.url).toBe('https://practice.example/api/receipt-keys');
  });

  it('is erased for a reason, and its tombstone comes back', async () => {
    const { api, sent } = apiThatAnswers(answering(200, { ...TOMBSTONE, kind: 'erased' }));
    expect(await api.eraseConsent('a-consent', 'A request by law.')).toEqual(TOMBSTONE);
    expect(sent[0]).toMatchObject({
      url: 'https://practice.example/staff/api/submissions/a-consent/erasure',
      init: { method: 'POST', body: '{"reason":"A request by law."}' },
    });
  });
});

describe('sessions', () => {
  it('are asked for by days, and decided about one by one', async () => {
    const bookings = [aBooking()];
    const { api, sent } = apiThatAnswers(answering(200, { timeZone: 'America/Los_Angeles', bookings }));
    expect((await api.bookings('2026-11-23', '2026-11-29')).bookings).toEqual(bookings);
    expect(sent[0]?.url).toBe('https://practice.example/staff/api/bookings?from=2026-11-23&to=2026-11-29');

    const confirmed = aBooking({ status: 'confirmed' });
    const { api: deciding, sent: decided } = apiThatAnswers(answering(200, confirmed));
    expect(await deciding.decideBooking(confirmed.id, 'confirm')).toEqual(confirmed);
    expect(decided[0]).toMatchObject({
      url: `https://practice.example/staff/api/bookings/${confirmed.id}/decision`,
      init: { method: 'POST', body: '{"decision":"confirm"}' },
    });
  });
});

describe('reading page by page', () => {
  it('asks for what comes after the last page', async () => {
    const { api, sent } = apiThatAnswers(answering(200, { entries: [], next: 'a+b' }));
    await api.log('x/y');
    expect(sent[0]?.url).toBe('https://practice.example/staff/api/log?cursor=x%2Fy');
  });
});

describe('the review rules', () => {
  const stored = { version: 3, settings: { severities: { maoi: 'stop' }, thresholds: {} } } as const;

  it('are read as the practice has set them, and set in place of the version that was looked at', async () => {
    const { api, sent } = apiThatAnswers(answering(200, stored));
    expect(await api.reviewSettings()).toEqual(stored);
    expect(await api.setReviewSettings(stored.settings, 2)).toEqual(stored);
    expect(sent.map(({ url }) => url)).toEqual([
      'https://practice.example/staff/api/review-settings',
      'https://practice.example/staff/api/review-settings',
    ]);
    expect(sent[1]?.init).toMatchObject({
      method: 'PUT',
      body: JSON.stringify({ replaces: 2, settings: stored.settings }),
    });
  });

  it('say in the server’s words that somebody else was faster', async () => {
    const { api } = apiThatAnswers(answering(409, { type: 'kap:invalid', title: 'Somebody was faster.' }));
    await expect(api.setReviewSettings(stored.settings, 2)).rejects.toThrow('Somebody was faster.');
  });
});

describe('a questionnaire of the practice’s own', () => {
  it('is read from where clients get it', async () => {
    const { api, sent } = apiThatAnswers(answering(200, history));
    expect(await api.form('my/form')).toEqual(history);
    expect(sent[0]?.url).toBe('https://practice.example/api/forms/my%2Fform');
  });

  it('is missing where the practice has none by this name', async () => {
    const { api } = apiThatAnswers(answering(404, {}));
    expect(await api.form('gone')).toBeUndefined();
  });

  it('is not taken for missing where the server cannot be reached', async () => {
    const { api } = apiThatAnswers(answering(503, {}));
    expect(await kindOf(api.form('there'))).toBe('unreachable');
  });
});
