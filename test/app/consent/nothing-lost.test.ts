import { describe, expect, it } from 'vitest';
import type { ConsentMessage } from '../../../src/app/consent/messages.js';
import { reduceConsent } from '../../../src/app/consent/reduce.js';
import { isOpen, type ConsentState, type SignedSubmission } from '../../../src/app/consent/state.js';
import { beginSigning, problemsOf, type Signing } from '../../../src/domain/consent/signing.js';
import { newRecord } from '../../support/consent.js';
import { shortConsent } from '../../support/consent-document.js';
import { oneOf, seeded } from '../../support/seeded.js';

const AT = '2026-11-22T20:10:00.000Z';
const newer = { ...shortConsent, version: '2027-01' };

/** What the client has done, wherever it is kept now. */
function signingIn(state: ConsentState): Signing | undefined {
  if (isOpen(state)) return state.signing;
  if (state.status === 'loading') return state.refused?.signing;
  return state.status === 'signed' ? state.submission.signing : undefined;
}

const preparedFor = (signing: Signing): SignedSubmission => ({
  id: '0f8fad5b-d9cb-469f-a165-70867728950e',
  body: '{}',
  digest: 'a1'.repeat(32),
  relatesTo: [],
  record: newRecord(),
  recordDigest: 'b2'.repeat(32),
  signing,
});

const blocks = ['off-label', 'going-home', 'voluntary', 'no-such-block'];

/** What a client may do, at any moment. */
function clientMessage(draw: () => number): ConsentMessage {
  const block = oneOf(blocks, draw);
  return oneOf<ConsentMessage>(
    [
      { type: 'acknowledge', block, ticked: draw() < 0.8, at: AT },
      { type: 'choose', block, answer: oneOf(['same-day', 'next-day', 'hour'], draw) },
      { type: 'answer', block },
      { type: 'name', name: oneOf(['Ana', 'Ana Okafor', ''], draw) },
      { type: 'sign' },
      { type: draw() < 0.01 ? 'start-over' : 'try-again' },
      { type: 'back' },
    ],
    draw,
  );
}

/** What may come back, at any moment: late, twice, or never asked for. Received is only what was sent. */
function resultMessage(state: ConsentState, draw: () => number): ConsentMessage {
  const signing = signingIn(state) ?? beginSigning(shortConsent, AT);
  const wasSent = isOpen(state) && state.prepared?.signing === signing;
  return oneOf<ConsentMessage>(
    [
      { type: 'loaded', document: oneOf([shortConsent, newer], draw), at: AT },
      { type: 'not-loaded', reason: 'unreachable' },
      { type: 'load' },
      { type: 'prepared', prepared: preparedFor(signing) },
      { type: 'trouble', reason: 'busy' },
      { type: 'gave-up', reason: 'network' },
      { type: 'stopped', httpStatus: 403 },
      { type: 'returned' },
      { type: 'invalid' },
      { type: 'quiet', until: AT },
      { type: 'receipt-checked', receipt: { standing: 'vouched', jws: 'a.b.c' } },
      wasSent
        ? {
            type: 'received',
            reference: 'KAP-7F3Q',
            receivedAt: AT,
            receipt: { standing: 'checking', jws: 'a.b.c' },
            hasNext: draw() < 0.5,
          }
        : { type: 'prepared', prepared: preparedFor(signing) },
    ],
    draw,
  );
}

const EDITS = ['acknowledge', 'answer', 'name', 'start-over'];

describe('300 clients to whom everything happens', { timeout: 30_000 }, () => {
  it('lose nothing that they did but to a new text, or by their own hand', () => {
    const statuses = new Set<string>();
    const lost = new Set<string>();
    for (let client = 0; client < 300; client++) {
      const draw = seeded(client);
      let state: ConsentState = { status: 'loading' };
      for (let step = 0; step < 200; step++) {
        const message = draw() < 0.6 ? clientMessage(draw) : resultMessage(state, draw);
        const before = signingIn(state);
        const was = state.status;
        [state] = reduceConsent(state, message);
        statuses.add(state.status);
        const after = signingIn(state);
        const isNewText = message.type === 'loaded' && message.document.version !== before?.document.version;
        const mayChange =
          (was === 'reading' && EDITS.includes(message.type)) ||
          (was === 'loading' && isNewText) ||
          // What is with the practice makes room for the next document.
          (was === 'signed' && message.type === 'load');
        if (before !== undefined && !mayChange && after !== before) lost.add(`${was}, ${message.type}`);
      }
    }
    expect([...lost]).toEqual([]);
    expect([...statuses].sort()).toEqual([
      'loading',
      'not-sent',
      'reading',
      'refused',
      'sending',
      'signed',
      'unavailable',
    ]);
  });

  it('send nothing that was not signed whole', () => {
    let sent = 0;
    const tooEarly = new Set<string>();
    for (let client = 0; client < 300; client++) {
      const draw = seeded(1000 + client);
      let state: ConsentState = { status: 'loading' };
      for (let step = 0; step < 200; step++) {
        const message = draw() < 0.8 ? clientMessage(draw) : resultMessage(state, draw);
        const [next, ...effects] = reduceConsent(state, message);
        state = next;
        if (!effects.includes('deliver')) continue;
        sent++;
        if (!isOpen(state) || problemsOf(state.signing).length > 0) tooEarly.add(message.type);
      }
    }
    expect([...tooEarly]).toEqual([]);
    expect(sent).toBeGreaterThan(100);
  });
});
