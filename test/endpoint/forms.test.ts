import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, onTestFinished, test } from 'vitest';
import { NO_FORMS, readForms, withOwnForms } from '../../demo/endpoint/forms.js';
import { stillwater } from '../../demo/endpoint/seed/practice.js';
import { BadSetting } from '../../demo/endpoint/settings.js';
import { writeResponse } from '../../src/domain/fhir/write-response.js';
import { canonicalOf } from '../../src/domain/questionnaire/questionnaire.js';
import { practiceProfile } from '../../src/domain/practice/profile.js';
import { newBooking, tuesdayPreparation } from '../support/bookings.js';
import { useEmbedded } from '../support/databases.js';
import { endpointOn, problemIn } from '../support/endpoint.js';
import { answered, newCareToken, newIntake, shortHistory } from '../support/intake.js';
import { answersTo } from '../support/sending-client.js';
import { shippedForms } from '../support/shipped-forms.js';

/** A folder that holds these files. */
function folderOf(files: Readonly<Record<string, unknown>>): string {
  const folder = mkdtempSync(join(tmpdir(), 'kap-forms-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  for (const [name, content] of Object.entries(files))
    writeFileSync(join(folder, name), typeof content === 'string' ? content : JSON.stringify(content));
  return folder;
}

const own = { ...shortHistory, id: 'sleep', version: '1.0.0', title: 'Your sleep' };

/** As a practice may have it from elsewhere. */
const fhir = {
  resourceType: 'Questionnaire',
  id: 'pain-scale',
  url: 'https://forms.example/Questionnaire/pain-scale',
  version: '3',
  status: 'active',
  title: 'Pain',
  item: [
    {
      linkId: 'strength',
      type: 'choice',
      text: 'How strong is your pain?',
      answerOption: [
        { valueCoding: { system: 'https://forms.example/strength', code: '0', display: 'None' } },
        { valueCoding: { system: 'https://forms.example/strength', code: '1', display: 'Some' } },
      ],
    },
  ],
};

describe('The practice’s own questionnaires', () => {
  test('are read in the order of their names, with their JSON as it was written', () => {
    const second = { ...own, id: 'pain', title: 'Your pain' };
    const folder = folderOf({ 'b.json': second, 'a.json': own, 'notes.txt': 'not a form' });
    const { forms, sources } = readForms(folder, []);
    expect(forms.map(({ id }) => id)).toEqual(['sleep', 'pain']);
    expect(forms.map((form) => sources.get(form))).toEqual([own, second]);
  });

  test.each<[string, Readonly<Record<string, unknown>>, string]>([
    [
      'what is not JSON',
      { 'a.json': '{' },
      'The form a.json can’t be used: it is not JSON that can be read safely.',
    ],
    [
      'what could reach a prototype',
      { 'a.json': '{"__proto__":{}}' },
      'The form a.json can’t be used: it is not JSON that can be read safely.',
    ],
    [
      'two under one name',
      { 'a.json': own, 'b.json': own },
      'The form b.json can’t be used: there is a form sleep 1.0.0 already; give it another id or version.',
    ],
    [
      'one of ours once more',
      { 'a.json': shortHistory },
      'The form a.json can’t be used: there is a form health-history 1.0.0 already; give it another id or version.',
    ],
    ['nothing', {}, 'holds no forms.'],
  ])('stop the start in a plain sentence where there is %s', (_, files, sentence) => {
    const reading = () => readForms(folderOf(files), [shortHistory]);
    expect(reading).toThrow(BadSetting);
    expect(reading).toThrow(sentence);
  });

  test('may be FHIR R4: what is not supported in one is named with its file and its item', () => {
    const [form] = readForms(folderOf({ 'pain.json': fhir }), []).forms;
    expect(form).toMatchObject({ id: 'pain-scale', version: '3', title: 'Pain' });
    const calculated = {
      url: 'http://hl7.org/fhir/uv/sdc/StructureDefinition/sdc-questionnaire-calculatedExpression',
      valueExpression: { language: 'text/fhirpath', expression: '1' },
    };
    const item = fhir.item.map((each) => ({ ...each, extension: [calculated] }));
    const { notes } = readForms(folderOf({ 'pain.json': { ...fhir, item } }), []);
    expect(notes).toEqual([expect.stringMatching(/^pain\.json, item strength: calculatedExpression /)]);
  });

  test.each([
    ['nothing is asked in it', { ...fhir, item: [] }],
    ['it is something else', { resourceType: 'Patient', id: 'ana' }],
  ])('stop the start, with the file, where %s', (_, content) => {
    expect(() => readForms(folderOf({ 'pain.json': content }), [])).toThrow(
      /^The form pain\.json can’t be used: [^.]+\.$/,
    );
  });

  test.each([
    ['a folder', (path: string) => mkdirSync(path)],
    ['a link that leads nowhere', (path: string) => symlinkSync('/nowhere/at/all', path)],
  ])('stop the start in a plain sentence where %s has the name of a form', (_, make) => {
    const folder = folderOf({});
    make(join(folder, 'x.json'));
    const reading = () => readForms(folder, []);
    expect(reading).toThrow(BadSetting);
    expect(reading).toThrow('The form x.json can’t be used: it is not a file that can be read.');
  });

  test('may begin with a mark of their byte order', () => {
    const { forms } = readForms(folderOf({ 'a.json': `\uFEFF${JSON.stringify(own)}` }), []);
    expect(forms.map(({ id }) => id)).toEqual(['sleep']);
  });

  test('of one id are offered in the version with the highest numbers, whatever their files are called', () => {
    const files = Object.fromEntries(
      ['1.10.0', '1.9.0', '1.2.0'].map((version, index) => [`${index}.json`, { ...own, version }]),
    );
    const read = readForms(folderOf(files), []);
    expect(read.forms.map(({ version }) => version)).toEqual(['1.2.0', '1.9.0', '1.10.0']);
    expect(withOwnForms(stillwater, read).forms.at(-1)?.version).toBe('1.10.0');
  });

  test('stop the start where their folder is not there', () => {
    expect(() => readForms('/nowhere/at/all', [])).toThrow(
      'The folder that KAP_FORMS names, /nowhere/at/all, can’t be read.',
    );
  });

  test('are named in the practice’s profile, in the place of ours where they have the same id', () => {
    const newer = { ...shortHistory, id: 'intentions', version: '9', title: 'x'.repeat(300) };
    const named = withOwnForms(stillwater, {
      ...NO_FORMS,
      forms: [own, { ...own, version: '2.0.0' }, newer],
    });
    expect(practiceProfile.safeParse(named).success).toBe(true);
    expect(named.forms.map(({ id, version }) => [id, version])).toEqual([
      ['health-history', undefined],
      ['readiness', undefined],
      ['reflection', undefined],
      ['how-are-you-since', undefined],
      ['sleep', '2.0.0'],
      ['intentions', '9'],
    ]);
  });
});

describe('A form', () => {
  const database = useEmbedded();

  test.each(shippedForms.map((form) => [form.id, form] as const))(
    'of ours is served as it is: %s',
    async (id, form) => {
      const endpoint = endpointOn(database(), { forms: shippedForms });
      expect(await (await endpoint.ask(`/api/forms/${id}`)).json()).toEqual(form);
    },
  );

  test('that the practice wrote in another format is served as it wrote it, and its answers are checked', async () => {
    const written = { resourceType: 'Questionnaire', status: 'active', id: 'sleep', 'x-ours': ['kept'] };
    const endpoint = endpointOn(database(), {
      forms: [shortHistory, own],
      formSources: new Map([[own, written]]),
    });
    expect(await (await endpoint.ask('/api/forms/sleep')).json()).toEqual(written);
    const intake = newIntake({ act: { questionnaire: { id: 'sleep', version: '1.0.0' } } });
    const { response } = intake.content;
    const refused = await endpoint.post(newCareToken(), intake);
    expect((await problemIn(refused)).errors).toMatchObject([{ code: 'unknown-questionnaire' }]);
    const answers = { response: { ...response, questionnaire: canonicalOf(own) } };
    await endpoint.sent(newCareToken(), { ...intake, content: answers });
  });

  test('of FHIR’s is answered by what was read of it', async () => {
    const { forms, sources } = readForms(folderOf({ 'pain.json': fhir }), []);
    const [form] = forms;
    if (!form) throw new Error('The form is read.');
    const endpoint = endpointOn(database(), { forms, formSources: sources });
    expect(await (await endpoint.ask('/api/forms/pain-scale')).json()).toEqual(fhir);
    const answers = answersTo(form, { given: 'Ana', family: 'Okafor' }, () => true);
    const { response } = writeResponse(form, answers, '2026-11-22T19:58:00.000Z');
    expect(response.questionnaire).toBe('https://forms.example/Questionnaire/pain-scale|3');
    const act = { questionnaire: { id: form.id, version: form.version } };
    await endpoint.sent(newCareToken(), newIntake({ act, content: { response } }));
    const other = JSON.parse(JSON.stringify(response).replace('"None"', '"A lot"')) as typeof response;
    expect(response).not.toEqual(other);
    const refused = await endpoint.post(newCareToken(), newIntake({ act, content: { response: other } }));
    expect(refused.status).toBe(422);
  });

  test('that is no form under that id stops the start', async () => {
    const starting = (id: string, version: string) =>
      endpointOn(database(), { forms: [{ ...own, id, version }] }).started;
    await expect(starting('Sleep & pain', '1')).rejects.toThrow(/its id must be lower-case letters/);
    await expect(starting('sleep', '')).rejects.toThrow(/its version must have 1 to 40 characters/);
    await expect(endpointOn(database(), { forms: [own, { ...own }] }).started).rejects.toThrow(
      /is published twice/,
    );
  });

  test('that asks nobody’s name is no reason to book without saying how to be reached', async () => {
    const nameless = { ...own, item: shortHistory.item.slice(1) };
    const endpoint = endpointOn(database(), { forms: [shortHistory, nameless] });
    const token = newCareToken();
    const response = { ...answered, questionnaire: canonicalOf(nameless), item: answered.item.slice(1) };
    await endpoint.sent(
      token,
      newIntake({ act: { questionnaire: { id: 'sleep', version: '1.0.0' } }, content: { response } }),
    );
    const { content: _, ...booking } = newBooking([tuesdayPreparation]);
    const refused = await endpoint.post(token, booking);
    expect((await problemIn(refused)).errors).toMatchObject([{ pointer: '/content/contact' }]);
    await endpoint.accepted(token);
    await endpoint.sent(token, booking);
  });

  test('that asks nobody’s name leaves the name that is known', async () => {
    const nameless = { ...own, item: shortHistory.item.slice(1) };
    const endpoint = endpointOn(database(), { forms: [shortHistory, nameless] });
    const { token, intake } = await endpoint.accepted();
    endpoint.clock.advance(1);
    const { response } = intake.content;
    const later = newIntake({
      act: { questionnaire: { id: 'sleep', version: '1.0.0' } },
      content: {
        response: { ...response, questionnaire: canonicalOf(nameless), item: response.item.slice(1) },
      },
    });
    await endpoint.sent(token, later);
    const { submissions } = await (
      await endpoint.signIn('office')
    ).read<{ submissions: readonly object[] }>('submissions');
    expect(submissions).toMatchObject([
      { title: 'Your sleep', client: { name: 'Ana Okafor' } },
      { title: 'Health history', client: { name: 'Ana Okafor' } },
    ]);
  });
});
