import { afterEach, describe, expect, it, vi } from 'vitest';
import { stillwater } from '../../demo/endpoint/seed/practice.js';
import type { Json } from '../../src/domain/untrusted.js';
import { shortConsent } from '../support/consent-document.js';
import { oneOf, seeded } from '../support/seeded.js';

/** Every schema by which the script reads what a practice's server answers. */
async function schemasOfTheScript() {
  const [basics, care, sessions, accepted, problems, documents, rules] = await Promise.all([
    import('../../src/domain/practice/basics.js'),
    import('../../src/domain/practice/care-state.js'),
    import('../../src/domain/scheduling/sessions.js'),
    import('../../src/domain/submission/acceptance.js'),
    import('../../src/domain/submission/problem.js'),
    import('../../src/domain/consent/document.js'),
    import('../../src/domain/practice/plan-rules.js'),
  ]);
  return {
    practice: basics.practiceBasics,
    care: care.careState,
    slots: sessions.slotPage,
    acceptance: accepted.acceptance,
    problem: problems.problem,
    consent: documents.consentDocument,
    rule: rules.planRule,
  };
}

type Schemas = Awaited<ReturnType<typeof schemasOfTheScript>>;

const session = {
  kind: 'preparation',
  start: '2026-11-24T17:00:00.000Z',
  end: '2026-11-24T18:00:00.000Z',
  mode: 'video',
  practitioner: { id: 'mara', name: 'Mara Lindqvist' },
};
const slot = { id: 'mara_preparation', ...session };
const booking = { id: '7f1c', ...session, status: 'requested' };
const id = '5b1c1f0e-7d0c-4b7e-9d0a-1f2e3d4c5b6a';
const receivedAt = '2026-11-22T20:00:00.000Z';

const samples: Readonly<Record<keyof Schemas, unknown>> = {
  rule: { id: 'integration-after', level: 'block', minHours: 24, maxDays: 7 },
  practice: stillwater,
  care: {
    schema: 'kap/care/1',
    intakes: [{ questionnaire: 'health-history', version: '1.0.0', reference: 'K7Q2-M4XD', receivedAt }],
    clearance: { status: 'cleared', validUntil: receivedAt, dosingLeft: 3, message: 'Until then' },
    consents: [
      { id: 'ketamine', version: '1', status: 'signed', signedAt: receivedAt, reference: 'A' },
      {
        id: 'ketamine',
        version: '1',
        status: 'outdated-minor',
        signedAt: receivedAt,
        reference: 'B',
        recordDigest: 'b'.repeat(64),
        change: 'minor',
        withdrawn: [{ scope: 'block:touch', at: receivedAt }],
      },
    ],
    plan: { sessions: [{ kind: 'dosing', count: 3 }] },
    bookings: [booking, { ...booking, status: 'cancelled', cancelledBy: 'client' }],
  },
  slots: { slots: [slot, slot], next: 'mara_preparation' },
  acceptance: {
    id,
    reference: 'K7Q2-M4XD',
    receivedAt,
    digest: 'a'.repeat(64),
    bookings: [booking],
    receipt: 'a.b-c.d_e',
  },
  problem: {
    type: 'kap:slot-taken',
    title: 'Taken',
    status: 409,
    retryAfter: 1.5,
    errors: [{ pointer: '/act', code: 'required' }],
    slots: [slot],
    rules: ['notice', 'quiet-hours'],
    until: receivedAt,
  },
  consent: shortConsent,
};

const STRANGE: readonly Json[] = [
  null, true, false, 0, -1, 0.5, 1e300, '', 'x', 'X Y', '2026-11-22', '988', 'https://a.example/b',
  'http://a.example', 'a'.repeat(5000), [], [null], {}, { id: 'x' }, { length: 3 },
]; // prettier-ignore

const random = seeded(20261124);
const pick = <T>(values: readonly T[]): T => oneOf(values, random);

/** The same value with one thing somewhere in it replaced, taken away or added. */
function mutated(value: Json): Json {
  if (typeof value !== 'object' || value === null || random() < 0.08) return pick(STRANGE);
  if (Array.isArray(value)) {
    const entries = [...(value as readonly Json[])];
    const at = Math.floor(random() * entries.length);
    const entry = entries[at];
    if (entry === undefined || random() < 0.1) return [...entries, pick(STRANGE)];
    entries[at] = mutated(entry);
    return entries;
  }
  const record = value as Readonly<Record<string, Json>>;
  const key = pick(Object.keys(record));
  if (key === undefined || random() < 0.1) return { ...record, stranger: pick(STRANGE) };
  const { [key]: inside = null, ...others } = record;
  return random() < 0.15 ? others : { ...others, [key]: mutated(inside) };
}

afterEach(() => {
  vi.doUnmock('zod/mini');
  vi.resetModules();
});

describe('In the script for pages, the schema reader', () => {
  it('takes what zod takes, as zod takes it, and refuses what zod refuses', async () => {
    const byZod = await schemasOfTheScript();
    vi.resetModules();
    vi.doMock('zod/mini', () => import('../../tools/build/schema-reader.js'));
    const byReader = await schemasOfTheScript();

    for (const [name, sample] of Object.entries(samples) as [keyof Schemas, unknown][]) {
      const [zod, reader] = [byZod[name], byReader[name]];
      expect(reader, name).not.toBe(zod);
      let value = JSON.parse(JSON.stringify(sample)) as Json;
      const taken = { yes: 0, no: 0 };
      for (let round = 0; round < 1_500; round++) {
        const expected = zod.safeParse(value);
        const { success, data } = reader.safeParse(value);
        expect({ success, data }, `${name}, round ${round}`).toEqual({
          success: expected.success,
          data: expected.data,
        });
        taken[success ? 'yes' : 'no']++;
        const start = success && random() < 0.5 ? value : (JSON.parse(JSON.stringify(sample)) as Json);
        value = mutated(start);
      }
      expect(taken.yes, name).toBeGreaterThan(50);
      expect(taken.no, name).toBeGreaterThan(50);
    }
  });

  it('reads nothing that stands on a prototype alone', async () => {
    vi.doMock('zod/mini', () => import('../../tools/build/schema-reader.js'));
    const { practiceBasics } = await import('../../src/domain/practice/basics.js');
    const planted = Object.assign(Object.create({ sealing: 'planted' }) as object, stillwater);

    expect(practiceBasics.safeParse(planted).data).not.toHaveProperty('sealing');
  });

  it('reads no value whose name would reach a prototype', async () => {
    const planted = JSON.parse(
      JSON.stringify(stillwater).replace('"values":{', '"values":{"__proto__":{"fees":"none"},'),
    ) as Json;
    const { practiceBasics: byZod } = await import('../../src/domain/practice/basics.js');
    vi.resetModules();
    vi.doMock('zod/mini', () => import('../../tools/build/schema-reader.js'));
    const { practiceBasics } = await import('../../src/domain/practice/basics.js');
    const { data } = practiceBasics.safeParse(planted);

    expect(Object.getPrototypeOf(data?.values)).toBe(Object.prototype);
    expect(data).toEqual(byZod.safeParse(planted).data);
  });
});
