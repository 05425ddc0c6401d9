import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { pages } from '../../demo/endpoint/pages.js';

describe('The built pages', () => {
  let dist: string;
  const ask = (path: string) => pages(dist).request(`http://localhost${path}`);

  beforeAll(() => {
    dist = mkdtempSync(join(tmpdir(), 'kap-pages-'));
    mkdirSync(join(dist, 'site/begin'), { recursive: true });
    writeFileSync(join(dist, 'site/begin/index.html'), '<!doctype html><title>Begin</title>');
  });

  afterAll(() => rmSync(dist, { recursive: true, force: true }));

  test('come with the policy that the README promises', async () => {
    const answer = await ask('/begin/');
    expect(answer.status).toBe(200);
    const policy = answer.headers.get('content-security-policy');
    expect(policy).toContain(
      "default-src 'none'; script-src 'self'; style-src 'self'; font-src 'self'; connect-src 'self'; img-src 'self' data:",
    );
    expect(policy).toContain("require-trusted-types-for 'script'; trusted-types kap");
  });

  test('are folders, and an address without the slash leads there', async () => {
    const answer = await ask('/begin');
    expect([answer.status, answer.headers.get('location')]).toEqual([308, '/begin/']);
  });

  test('never lead to another host', async () => {
    const answer = await ask('//elsewhere.example/begin');
    expect(answer.headers.get('location')).toBeNull();
    expect(answer.status).toBe(404);
  });
});
