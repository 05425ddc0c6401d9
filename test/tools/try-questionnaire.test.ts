import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { tryQuestionnaires } from '../../tools/try-questionnaire.js';
import { fhirForm } from '../support/fhir-questionnaire.js';
import { generatedQuestionnaire } from '../support/generated-questionnaire.js';

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'questionnaires-'));
  const write = (name: string, content: unknown) =>
    writeFileSync(join(folder, name), JSON.stringify(content));
  write('good.json', generatedQuestionnaire({ seed: 1, items: 30, levels: 4 }));
  write(
    'partly.json',
    fhirForm([
      { linkId: 'photo', type: 'attachment', text: 'A picture' },
      { linkId: 'name', type: 'string', text: 'Your name' },
    ]),
  );
  write('patient.json', { resourceType: 'Patient' });
  writeFileSync(join(folder, 'torn.json'), '{"resourceType": "Quest');
  writeFileSync(join(folder, 'README.md'), 'No questionnaire.');
});
afterAll(() => rmSync(folder, { recursive: true }));

async function trying(...names: readonly string[]) {
  const lines: string[] = [];
  const paths = names.map((name) => join(folder, name));
  const isFine = await tryQuestionnaires(paths, { seed: 1, sets: 5, print: (line) => lines.push(line) });
  return { isFine, lines };
}

describe('Trying questionnaires', () => {
  it('says of each file how it went, and of each item what is not supported', async () => {
    const { isFine, lines } = await trying('good.json', 'partly.json');
    expect(isFine).toBe(true);
    expect(lines).toEqual([
      expect.stringMatching(/^✓ .*good\.json: 30 items, .*; 5 sets of up to \d+ answers in .* 0 errors$/),
      expect.stringMatching(/^✓ .*partly\.json: 1 items, .* 0 errors$/),
      '    photo: Left out: its type is attachment.',
    ]);
  }, 30_000);

  it('tries every questionnaire of a folder, and fails where one can’t be used', async () => {
    const { isFine, lines } = await trying('');
    expect(isFine).toBe(false);
    const files = lines
      .filter((line) => !line.startsWith(' '))
      .map((line) => /^(.) .*\/(\w+)\.json/.exec(line)?.slice(1));
    expect(files).toEqual([
      ['✓', 'good'],
      ['✓', 'partly'],
      ['✗', 'patient'],
      ['✗', 'torn'],
    ]);
  }, 30_000);

  it('fails where there is nothing to try', async () => {
    expect(await tryQuestionnaires([], { seed: 1, sets: 5, print: () => undefined })).toBe(false);
  }, 30_000);
});
