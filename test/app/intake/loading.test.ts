import { describe, expect, it } from 'vitest';
import { history } from '../../support/history.js';
import { filledOf, openIntake, type Opening } from '../../support/open-intake.js';
import { hasStatus, noReply, reaches, reply } from '../../support/ports.js';
import { afterIntake, endpoint, stillwater, webhook } from '../../support/practice-samples.js';

const other = { ...history, version: '2.0.0', title: 'The practice’s own' };
const loose = { linkId: 'loose', type: 'string', text: 'On no page' };
const twin = { linkId: 'twin', type: 'group', text: 'Twin', item: [{ ...loose, linkId: 'given' }] };
const naming = (form: object) => ({
  'GET practice': [reply(200, { ...stillwater, forms: [{ id: 'history', ...form }] })],
});

async function formOf(opening: Opening): Promise<string> {
  const { intake } = await openIntake(opening);
  await reaches(intake, hasStatus('welcome'));
  return filledOf(intake).form.title;
}

describe('the questionnaire', () => {
  it('is the one in the script where the practice says nothing else', async () => {
    expect(await formOf({})).toBe(history.title);
    expect(await formOf({ script: naming({ version: '1.0.0' }) })).toBe(history.title);
    expect(await formOf({ script: naming({}) })).toBe(history.title);
    expect(await formOf({ destination: webhook })).toBe(history.title);
  });

  it('is the endpoint’s where the practice names another version', async () => {
    const script = { ...naming({ version: '2.0.0' }), 'GET forms/history': [reply(200, other)] };
    expect(await formOf({ script })).toBe(other.title);
  });

  it('is the one at the address that the practice names, at its own origin', async () => {
    const url = 'https://practice.example/static/own.json';
    const script = { ...naming({ url }), 'GET own.json': [reply(200, other)] };
    expect(await formOf({ script })).toBe(other.title);
  });

  it.each(['https://elsewhere.example/own.json', 'https://practice.example.evil.example/own.json'])(
    'is never fetched from a host that the page has not named: %s',
    async (url) => {
      const { intake, ports } = await openIntake({ script: naming({ url }) });
      await reaches(intake, hasStatus('welcome'));
      expect(filledOf(intake).form.title).toBe(history.title);
      expect(ports.warnings.map(({ setting }) => setting)).toEqual(['forms']);
      expect(ports.network.requests.map((request) => request.url)).toEqual([`${endpoint.url}practice`]);
    },
  );

  it('is one of the endpoint’s by id, or one at an address of the page’s own', async () => {
    const script = { 'GET forms/reflection': [reply(200, other)], 'GET own.json': [reply(200, other)] };
    expect(await formOf({ script, source: { kind: 'endpoint', id: 'reflection' } })).toBe(other.title);
    const url = 'https://site.example/own.json';
    expect(await formOf({ script, source: { kind: 'address', url } })).toBe(other.title);
  });
});

describe('a questionnaire that can’t be had', () => {
  it.each([
    ['HTML', reply(200, '<!doctype html>'), 'not-understood'],
    ['a form without questions', reply(200, { ...other, item: [] }), 'not-understood'],
    ['404', reply(404), 'refused'],
    ['nothing', noReply(), 'unreachable'],
  ])(
    'is said to be unavailable, with one warning, where the endpoint answers %s',
    async (_, answer, reason) => {
      const { intake, ports } = await openIntake({
        source: { kind: 'endpoint', id: 'reflection' },
        script: { 'GET forms/reflection': [answer] },
      });
      expect(await reaches(intake, hasStatus('unavailable'))).toEqual({ status: 'unavailable', reason });
      expect(ports.warnings.map(({ setting }) => setting)).toEqual(['form']);
    },
  );

  it('is warned of by the name of the setting it came from', async () => {
    const { intake, ports } = await openIntake({
      source: { kind: 'address', url: 'https://site.example/own.json' },
      script: { 'GET own.json': [reply(404)] },
    });
    await reaches(intake, hasStatus('unavailable'));
    expect(ports.warnings.map(({ setting }) => setting)).toEqual(['src']);
  });

  it('is unavailable by id where there is no endpoint to ask', async () => {
    const { intake } = await openIntake({
      source: { kind: 'endpoint', id: 'reflection' },
      destination: webhook,
    });
    expect(await reaches(intake, hasStatus('unavailable'))).toEqual({
      status: 'unavailable',
      reason: 'refused',
    });
  });
});

describe('a questionnaire with something that can’t be taken', () => {
  it('is filled in without it, and whoever made it is told where it stands', async () => {
    const { intake, ports } = await openIntake({
      source: { kind: 'address', url: 'https://site.example/own.json' },
      script: { 'GET own.json': [reply(200, { ...other, item: [...other.item, twin] })] },
    });
    const { form } = await reaches(intake, hasStatus('welcome'));
    expect(form.item.slice(0, other.item.length)).toEqual(other.item);
    expect(ports.warnings).toEqual([
      { setting: 'src', sentence: expect.stringMatching(/^given: .*taken/) as string },
    ]);
  });

  it('may have a question that stands in no group', async () => {
    const { intake, ports } = await openIntake({
      source: { kind: 'endpoint', id: 'reflection' },
      script: { 'GET forms/reflection': [reply(200, { ...other, item: [loose] })] },
    });
    expect((await reaches(intake, hasStatus('welcome'))).form.item).toEqual([loose]);
    expect(ports.warnings).toEqual([]);
  });
});

describe('a client whose intake has arrived already', () => {
  const token = 'T'.repeat(43);

  it('is told so, with the reference', async () => {
    const { intake } = await openIntake({ token, script: { 'GET care': [reply(200, afterIntake)] } });
    expect(await reaches(intake, hasStatus('received-before'))).toEqual({
      status: 'received-before',
      reference: 'KAP-7F3Q',
      receivedAt: '2026-11-22T20:10:01.000Z',
    });
  });

  it('can fill in another questionnaire', async () => {
    const { intake } = await openIntake({
      token,
      source: { kind: 'built-in', form: { ...history, id: 'reflection' } },
      script: { 'GET care': [reply(200, afterIntake)] },
    });
    expect((await reaches(intake, hasStatus('welcome'))).form.id).toBe('reflection');
  });
});
