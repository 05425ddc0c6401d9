import { describe, expect, it } from 'vitest';
import { implausibleIn, type ImplausibleFault } from '../../../src/domain/consent/plausible.js';
import type { ConsentRecord2 } from '../../../src/domain/consent/record.js';
import { newRecord } from '../../support/consent.js';
import { wholeConsent } from '../../support/whole-consent.js';

const record = newRecord(wholeConsent);
const { signature } = record;
const statements = [signature.statement, 'He leído esto y estoy de acuerdo.'];
const now = Date.parse('2026-11-22T20:00:00.000Z');

const signedAt = (at: string): Partial<ConsentRecord2> => ({ signature: { ...signature, at } });
const withTimes = (at: string): Partial<ConsentRecord2> => ({
  acknowledgements: record.acknowledgements.map((each) => ({ ...each, at })),
});
const chosenAt = (at: string): Partial<ConsentRecord2> => ({
  choices: record.choices.map((each) => ({ ...each, at })),
});

describe('A record that arrives', () => {
  it.each<[string, Partial<ConsentRecord2>, readonly ImplausibleFault[]]>([
    ['as it was signed', {}, []],
    [
      'signed in the moment that it was shown in',
      { ...signedAt(record.shownAt), ...chosenAt(record.shownAt), ...withTimes(record.shownAt) },
      [],
    ],
    ['written in another zone', withTimes('2026-11-22T11:57:00.000-08:00'), []],
    ['signed by a clock that is a little ahead', signedAt('2026-11-22T20:05:00.000Z'), []],
    ['signed in another language', { signature: { ...signature, statement: statements[1] ?? '' } }, []],
    ['signed before it was shown', signedAt('2026-11-22T19:49:59.999Z'), ['times-differ']],
    ['ticked before it was shown', withTimes('2026-11-22T19:49:59.999Z'), ['times-differ']],
    ['ticked after it was signed', withTimes('2026-11-22T19:58:00.001Z'), ['times-differ']],
    ['chosen before it was shown', chosenAt('2026-11-22T19:49:59.999Z'), ['times-differ']],
    ['chosen after it was signed', chosenAt('2026-11-22T19:58:00.001Z'), ['times-differ']],
    ['signed in the future', signedAt('2026-11-22T20:05:00.001Z'), ['in-the-future']],
    [
      'under words of its own',
      { signature: { ...signature, statement: 'I was made to.' } },
      ['statement-unknown'],
    ],
  ])('%s has the faults it has', (_, replacing, faults) => {
    expect(implausibleIn({ ...record, ...replacing }, { now, statements })).toEqual(faults);
  });

  it('of the first version is held to the same', () => {
    const { choices: _, disclosures: __, signer, ...rest } = record;
    const first = {
      ...rest,
      schema: 'kap/consent-record/1',
      signer: { name: signer.name, role: 'self' },
      signature: { method: 'typed', value: signer.name, statement: signature.statement, at: signature.at },
    } as const;
    expect(implausibleIn(first, { now, statements })).toEqual([]);
    expect(implausibleIn({ ...first, shownAt: '2026-11-22T19:59:00.000Z' }, { now, statements })).toEqual([
      'times-differ',
    ]);
  });
});
