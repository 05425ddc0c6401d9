import { describe, expect, it } from 'vitest';
import type { OpenedConsent } from '../../support/open-consent.js';
import { openOf, readConsent } from '../../support/open-consent.js';
import { shortConsent } from '../../support/consent-document.js';

const shown = ({ consent: { state } }: OpenedConsent) => {
  if (state.status !== 'reading') throw new Error(`It is ${state.status}`);
  return {
    refusals: state.refusals,
    problems: state.problems.map(({ code, block }) => [code, block].filter(Boolean).join(' ')),
  };
};

const everything = [
  'not-acknowledged off-label',
  'check-open going-home',
  'not-acknowledged going-home',
  'no-name',
];

const givenTo = ({ consent }: OpenedConsent) => openOf(consent).signing.answers.get('going-home') ?? [];

const posts = ({ ports }: OpenedConsent) => ports.network.requests.filter(({ method }) => method === 'POST');

describe('pressing Sign', () => {
  it('too early says everything that is missing, in the order of the page, and sends nothing', async () => {
    const opened = await readConsent();
    opened.does({ type: 'sign' });
    expect(shown(opened)).toEqual({ problems: everything, refusals: 1 });
    expect(posts(opened)).toEqual([]);
  });

  it('again says it anew, so that it is heard each time', async () => {
    const opened = await readConsent();
    opened.does({ type: 'sign' }, { type: 'sign' });
    expect(shown(opened).refusals).toBe(2);
    opened.ticks('off-label');
    opened.does({ type: 'name', name: 'Ana' });
    // While somebody writes nothing is judged: what was said stays until the next press.
    expect(shown(opened)).toEqual({ problems: everything, refusals: 2 });
    opened.does({ type: 'sign' });
    expect(shown(opened)).toEqual({
      problems: ['check-open going-home', 'not-acknowledged going-home'],
      refusals: 3,
    });
  });

  it('is enough once everything is done', async () => {
    const opened = await readConsent();
    opened.fillsIn();
    opened.does({ type: 'sign' });
    expect(opened.consent.state.status).toBe('sending');
  });
});

describe('a tick', () => {
  it('is kept with its instant', async () => {
    const { consent, ticks, ports } = await readConsent();
    ticks('going-home');
    await ports.clock.sleep(60_000);
    ticks('off-label');
    expect([...openOf(consent).signing.acknowledged]).toEqual([
      ['going-home', '2026-11-22T20:10:00.000Z'],
      ['off-label', '2026-11-22T20:11:00.000Z'],
    ]);
  });

  it('can be taken out again, and is needed then', async () => {
    const opened = await readConsent();
    opened.fillsIn();
    opened.ticks('off-label', false);
    opened.does({ type: 'sign' });
    expect(shown(opened).problems).toEqual(['not-acknowledged off-label']);
    opened.ticks('off-label');
    opened.does({ type: 'sign' });
    expect(opened.consent.state.status).toBe('sending');
  });
});

describe('a comprehension check', () => {
  it('takes an answer when it is given, not when it is marked', async () => {
    const opened = await readConsent();
    const { consent, does } = opened;
    does({ type: 'choose', block: 'going-home', answer: 'hour' });
    does({ type: 'choose', block: 'going-home', answer: 'next-day' });
    expect(consent.state).toMatchObject({ chosen: new Map([['going-home', 'next-day']]) });
    expect(givenTo(opened)).toEqual([]);
    does({ type: 'answer', block: 'going-home' });
    expect(givenTo(opened)).toEqual(['next-day']);
  });

  it('says that nothing is marked, once, and counts no miss', async () => {
    const opened = await readConsent();
    opened.does({ type: 'answer', block: 'going-home' }, { type: 'answer', block: 'going-home' });
    expect(shown(opened)).toEqual({ problems: ['check-open going-home'], refusals: 0 });
    expect(givenTo(opened)).toEqual([]);
  });

  it('that was named by Sign already is not named twice', async () => {
    const opened = await readConsent();
    opened.does({ type: 'sign' }, { type: 'answer', block: 'going-home' });
    expect(shown(opened)).toEqual({ problems: everything, refusals: 1 });
  });

  it('asks nothing where the document has no check', async () => {
    const opened = await readConsent();
    opened.does({ type: 'answer', block: 'voluntary' }, { type: 'answer', block: 'off-label' });
    expect(shown(opened)).toEqual({ problems: [], refusals: 0 });
  });

  it('counts the same answer, pressed twice, once', async () => {
    const opened = await readConsent();
    opened.answers('going-home', 'hour');
    opened.does({ type: 'answer', block: 'going-home' });
    expect(givenTo(opened)).toEqual(['hour']);
  });

  it('takes its mark off an answer that missed, which is the second miss when it is given again', async () => {
    const opened = await readConsent();
    opened.answers('going-home', 'hour');
    expect(opened.consent.state).toMatchObject({ chosen: new Map() });
    opened.answers('going-home', 'hour');
    expect(givenTo(opened)).toEqual(['hour', 'hour']);
    opened.answers('going-home', 'next-day');
    expect(givenTo(opened)).toEqual(['hour', 'hour']);
  });

  it('that was missed twice is gone over together: nobody is locked out', async () => {
    const opened = await readConsent();
    opened.answers('going-home', 'hour');
    opened.answers('going-home', 'same-day');
    opened.ticks('off-label');
    opened.ticks('going-home');
    opened.does({ type: 'name', name: 'Ana Okafor' }, { type: 'sign' });
    expect(opened.consent.state.status).toBe('sending');
    expect(givenTo(opened)).toEqual(['hour', 'same-day']);
  });

  it.each([
    ['was right', ['next-day'], 'hour', [['going-home', 'next-day']]],
    ['was missed twice', ['hour', 'same-day'], 'next-day', []],
  ] as const)('is over once it %s: what was said stays said', async (_, given, later, marked) => {
    const opened = await readConsent();
    for (const answer of given) opened.answers('going-home', answer);
    opened.answers('going-home', later);
    expect(givenTo(opened)).toEqual(given);
    expect(opened.consent.state).toMatchObject({ chosen: new Map(marked) });
  });
});

describe('the name', () => {
  it('is kept as it is written, until it is signed with', async () => {
    const { consent, does } = await readConsent();
    does({ type: 'name', name: ' Ana ' }, { type: 'name', name: ' Ana O' });
    expect(openOf(consent).signing.name).toBe(' Ana O');
  });
});

describe('messages that belong to another moment', () => {
  it('change nothing while the text is being read', async () => {
    const { consent, does, fillsIn } = await readConsent();
    fillsIn();
    const before = consent.state;
    does(
      { type: 'try-again' },
      { type: 'back' },
      { type: 'returned' },
      { type: 'trouble', reason: 'network' },
      { type: 'gave-up', reason: 'network' },
      { type: 'stopped', httpStatus: 403 },
      { type: 'invalid' },
      {
        type: 'received',
        reference: 'KAP-7F3Q',
        receivedAt: '2026-11-22T20:10:01.000Z',
        receipt: { standing: 'none', jws: undefined },
        hasNext: false,
      },
      { type: 'loaded', document: shortConsent, at: '2026-11-22T20:10:01.000Z' },
      { type: 'not-loaded', reason: 'unreachable' },
      { type: 'nothing-to-sign', signed: [] },
    );
    expect(consent.state).toBe(before);
  });

  it('change nothing while it is sent', async () => {
    const { consent, does, fillsIn, ticks, answers } = await readConsent();
    fillsIn();
    does({ type: 'sign' });
    const { signing } = openOf(consent);
    ticks('off-label', false);
    answers('going-home', 'hour');
    does({ type: 'name', name: 'Bo' }, { type: 'back' }, { type: 'sign' }, { type: 'try-again' });
    expect(consent.state.status).toBe('sending');
    expect(openOf(consent).signing).toBe(signing);
  });
});
