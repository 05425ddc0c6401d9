import { expect, test } from 'vitest';
import type { StoredReviewSettings } from '../../demo/endpoint/staff/review-settings.js';
import { everything, onEachDatabase } from '../support/databases.js';
import { endpointOn, problemIn } from '../support/endpoint.js';

const AT = '2026-11-22T20:00:00.000Z';
const NOTHING = { severities: {}, thresholds: {} };
const CHANGES = { severities: { fainting: 'stop', maoi: 'off' }, thresholds: { 'systolic-stop': 150 } };

onEachDatabase('What the practice sets for its review flags', (database) => {
  test('is how it came until the prescriber sets something, and is kept', async () => {
    const endpoint = endpointOn(database());
    const prescriber = await endpoint.signIn('prescriber');
    expect(await prescriber.read('review-settings')).toEqual({ version: 0, settings: NOTHING });
    const answer = await prescriber.send('PUT', 'review-settings', { replaces: 0, settings: CHANGES });
    const stored = { version: 1, settings: CHANGES, setBy: 'prescriber', setAt: AT };
    expect([answer.status, await answer.json()]).toEqual([200, stored]);
    expect(await prescriber.read('review-settings')).toEqual(stored);
  });

  test('is kept as what differs from how it came', async () => {
    const prescriber = await endpointOn(database()).signIn('prescriber');
    const settings = {
      severities: { fainting: 'caution', older: 'off' },
      thresholds: { 'systolic-stop': 160 },
    };
    await prescriber.send('PUT', 'review-settings', { replaces: 0, settings });
    const stored = await prescriber.read<StoredReviewSettings>('review-settings');
    expect(stored.settings).toEqual({ severities: { older: 'off' }, thresholds: {} });
  });

  test('is the prescriber’s alone to read and to set', async () => {
    const endpoint = endpointOn(database());
    for (const role of ['therapist', 'office'] as const) {
      const somebody = await endpoint.signIn(role);
      const before = await everything(database());
      expect((await somebody.get('review-settings')).status).toBe(403);
      const answer = await somebody.send('PUT', 'review-settings', { replaces: 0, settings: CHANGES });
      expect(answer.status).toBe(403);
      expect(await everything(database())).toEqual(before);
    }
  });

  test('is closed to who is not signed in', async () => {
    const { ask } = endpointOn(database());
    expect((await ask('/staff/api/review-settings')).status).toBe(401);
  });

  test('is written into the log by rule and number', async () => {
    const endpoint = endpointOn(database());
    const prescriber = await endpoint.signIn('prescriber');
    await prescriber.send('PUT', 'review-settings', { replaces: 0, settings: CHANGES });
    await prescriber.send('PUT', 'review-settings', { replaces: 1, settings: NOTHING });
    const { entries } = await prescriber.read<{ entries: { action: string; detail?: string }[] }>('log');
    const details = entries
      .filter(({ action }) => action === 'review-settings-set')
      .map(({ detail }) => detail);
    expect(details).toEqual([
      'fainting as it came, maoi as it came, systolic-stop as it came',
      'fainting stop, maoi off, systolic-stop 150',
    ]);
  });

  test.each(['therapist', 'office'] as const)(
    'is told to the %s as done, and not what was changed',
    async (role) => {
      const endpoint = endpointOn(database());
      const prescriber = await endpoint.signIn('prescriber');
      await prescriber.send('PUT', 'review-settings', { replaces: 0, settings: CHANGES });
      const staff = await endpoint.signIn(role);
      const { entries } = await staff.read<{ entries: { action: string; detail?: string }[] }>('log');
      const changes = entries.filter(({ action }) => action === 'review-settings-set');
      expect(changes).toEqual([
        { at: expect.any(String), role: 'prescriber', action: 'review-settings-set' },
      ]);
    },
  );

  test.each([
    [{ severities: { nothing: 'stop' }, thresholds: {} }, '/settings/severities/nothing', 'unknown-rule'],
    [{ severities: {}, thresholds: { nothing: 1 } }, '/settings/thresholds/nothing', 'unknown-threshold'],
    [
      { severities: {}, thresholds: { 'systolic-stop': 221 } },
      '/settings/thresholds/systolic-stop',
      'out-of-range',
    ],
    [
      { severities: {}, thresholds: { 'systolic-stop': 99 } },
      '/settings/thresholds/systolic-stop',
      'out-of-range',
    ],
    [
      { severities: { fainting: 'never mind' }, thresholds: {} },
      '/settings/severities/fainting',
      'invalid-value',
    ],
    [{ severities: {}, thresholds: { older: 'old' } }, '/settings/thresholds/older', 'invalid-type'],
    [{ severities: {} }, '/settings/thresholds', 'invalid-type'],
  ])('is refused where it does not fit: %j', async (settings, pointer, code) => {
    const prescriber = await endpointOn(database()).signIn('prescriber');
    const before = await everything(database());
    const answer = await prescriber.send('PUT', 'review-settings', { replaces: 0, settings });
    expect(answer.status).toBe(422);
    expect((await problemIn(answer)).errors).toEqual([expect.objectContaining({ pointer, code })]);
    expect(await everything(database())).toEqual(before);
  });

  test('is not set over what somebody else has set meanwhile', async () => {
    const endpoint = endpointOn(database());
    const [one, other] = await Promise.all([endpoint.signIn('prescriber'), endpoint.signIn('prescriber')]);
    const set = (who: typeof one, value: number) =>
      who.send('PUT', 'review-settings', {
        replaces: 0,
        settings: { severities: {}, thresholds: { 'systolic-stop': value } },
      });
    const answers = await Promise.all([set(one, 150), set(other, 155), set(one, 165)]);
    expect(answers.map(({ status }) => status).filter((status) => status === 409)).toHaveLength(2);
    const stored = await one.read<StoredReviewSettings>('review-settings');
    expect(stored.version).toBe(1);
    const taken = await answers.find(({ status }) => status === 200)?.json();
    expect(taken).toEqual(stored);
  });
});
