import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { readQuestionnaire } from '../../src/domain/fhir/read-questionnaire.js';
import type { PracticeProfile } from '../../src/domain/practice/profile.js';
import type { Questionnaire } from '../../src/domain/questionnaire/questionnaire.js';
import { parseUntrusted, slug, text } from '../../src/domain/untrusted.js';
import { findForm } from './check-intake.js';
import { BadSetting } from './settings.js';

/** The practice's own questionnaires, and what there is to say about them. */
export interface OwnForms {
  readonly forms: readonly Questionnaire[];
  /** Each form's JSON as it was written. */
  readonly sources: ReadonlyMap<Questionnaire, unknown>;
  /** One sentence for each thing that could not be taken as it is written. */
  readonly notes: readonly string[];
}

/** Of a practice that asks with our questionnaires alone. */
export const NO_FORMS: OwnForms = { forms: [], sources: new Map(), notes: [] };

/** Longer than any questionnaire that a person could answer, in UTF-16 units. */
const LONGEST_FILE = 10_000_000;

const version = text(40);

/** What keeps a questionnaire from being named in a submission. */
function faultOf({ id, version: written }: Questionnaire): string | undefined {
  if (!slug.safeParse(id).success)
    return 'its id must be lower-case letters, digits, dots and hyphens, at most 80 of them';
  return version.safeParse(written).success ? undefined : 'its version must have 1 to 40 characters';
}

/** What stands in a file; some editors begin it with a mark of the byte order that is no part of it. */
function textOf(folder: string, name: string): string | undefined {
  try {
    return readFileSync(join(folder, name), 'utf8').replace(/^\uFEFF/, '');
  } catch {
    return undefined;
  }
}

function namesIn(folder: string): readonly string[] {
  try {
    return readdirSync(folder)
      .filter((name) => name.endsWith('.json'))
      .sort();
  } catch {
    throw new BadSetting(`The folder that KAP_FORMS names, ${folder}, can’t be read.`);
  }
}

/**
 * Reads every `*.json` of a folder, in the order of their names and of each form's versions: our questionnaires or
 * FHIR R4's.
 *
 * @param ours the forms that are published beside them.
 * @throws BadSetting for the first that can't be used, in a plain sentence with the file's name.
 */
export function readForms(folder: string, ours: readonly Questionnaire[]): OwnForms {
  const forms: Questionnaire[] = [];
  const sources = new Map<Questionnaire, unknown>();
  const notes: string[] = [];
  for (const name of namesIn(folder)) {
    const refuse = (reason: string) => new BadSetting(`The form ${name} can’t be used: ${reason}.`);
    const written = textOf(folder, name);
    if (written === undefined) throw refuse('it is not a file that can be read');
    const json = parseUntrusted(written, LONGEST_FILE);
    if (json === undefined) throw refuse('it is not JSON that can be read safely');
    const read = readQuestionnaire(json);
    if ('fault' in read) throw refuse(read.fault.replace(/\.$/, ''));
    const form = read.questionnaire;
    const fault = faultOf(form);
    if (fault !== undefined) throw refuse(fault);
    if (findForm([...ours, ...forms], form))
      throw refuse(`there is a form ${form.id} ${form.version} already; give it another id or version`);
    forms.push(form);
    sources.set(form, json);
    for (const { linkId, sentence } of read.notes)
      notes.push(linkId === undefined ? `${name}: ${sentence}` : `${name}, item ${linkId}: ${sentence}`);
  }
  if (forms.length === 0) throw new BadSetting(`The folder that KAP_FORMS names, ${folder}, holds no forms.`);
  return { forms: inOrderOfVersions(forms), sources, notes };
}

/** By their numbers: 1.10 comes after 1.9. */
const byVersion = new Intl.Collator('en', { numeric: true });

/** With the versions of each form in their order, so that the last of an id is the one to be offered. */
const inOrderOfVersions = (forms: readonly Questionnaire[]): readonly Questionnaire[] =>
  [...new Set(forms.map(({ id }) => id))].flatMap((id) =>
    forms
      .filter((form) => form.id === id)
      .sort((one, other) => byVersion.compare(one.version, other.version)),
  );

/** The forms of a practice with its own beside them. Of one id, the practice's own takes the place of ours. */
export const withOwnForms = (practice: PracticeProfile, { forms }: OwnForms): PracticeProfile => ({
  ...practice,
  forms: [
    ...practice.forms.filter(({ id }) => !forms.some((own) => own.id === id)),
    ...currentOf(forms).map(({ id, version: current, title }) => ({
      id,
      version: current,
      ...(title === '' ? {} : { title: title.slice(0, LONGEST_TITLE) }),
    })),
  ],
});

/** As long as a title in a profile may be, in characters. */
const LONGEST_TITLE = 200;

/** The last version of each. */
const currentOf = (forms: readonly Questionnaire[]): readonly Questionnaire[] =>
  forms.filter((form) => forms.findLast(({ id }) => id === form.id) === form);

/** What keeps these forms from being published together, in words for whoever publishes them. */
export function faultOfForms(forms: readonly Questionnaire[]): string | undefined {
  for (const form of forms) {
    const fault = faultOf(form);
    if (fault !== undefined) return `The form ${form.id} is not right: ${fault}.`;
    if (findForm(forms, form) !== form)
      return `The form ${form.id} ${form.version} is published twice; a change of it needs a new version.`;
  }
  return undefined;
}
