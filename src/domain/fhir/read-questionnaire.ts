import { allItems, isQuestion, type Questionnaire } from '../questionnaire/questionnaire.js';
import { structureOf } from '../questionnaire/structure.js';
import { locale } from '../untrusted.js';
import { listOf, looseOf, valuesOf, withExtensions, wordsOf, type Loose } from './loose.js';
import { readItems, type Note } from './read-item.js';

/** Something in a questionnaire that could not be taken as it is, for whoever made it. */
export interface QuestionnaireNote {
  /** The item it is about; nothing where it is about the whole. */
  readonly linkId: string | undefined;
  readonly sentence: string;
}

export type ReadQuestionnaire =
  | { readonly questionnaire: Questionnaire; readonly notes: readonly QuestionnaireNote[] }
  | { readonly fault: string };

/**
 * Names each circle of conditions once. An item waits for the questions that its conditions look at, and with them for
 * everything around those: they count as unanswered while that is not shown.
 */
function checkCircles(questionnaire: Questionnaire, note: Note): void {
  const places = structureOf(questionnaire);
  const isOnTheWay = new Map<string, boolean>();
  const follow = (linkId: string): void => {
    const known = isOnTheWay.get(linkId);
    if (known) note(linkId, 'Its conditions wait for each other in a circle.');
    if (known !== undefined) return;
    isOnTheWay.set(linkId, true);
    for (const { question } of places.get(linkId)?.item.enableWhen ?? [])
      for (let at = places.get(question); at; at = at.parent) follow(at.item.linkId);
    isOnTheWay.set(linkId, false);
  };
  for (const linkId of places.keys()) follow(linkId);
}

/** A name as `slug` in untrusted.ts takes it. */
const slugOf = (name: string): string =>
  name
    .toLowerCase()
    .replace(/[^a-z0-9.-]+/g, '-')
    .replace(/^[.-]+/, '')
    .slice(0, 80);

function read(root: Loose): ReadQuestionnaire {
  if (root['schema'] !== 'kap/questionnaire/1' && root['resourceType'] !== 'Questionnaire')
    return { fault: 'it is neither ours nor a FHIR R4 Questionnaire' };
  const notes = new Map<string, QuestionnaireNote>();
  const note: Note = (linkId, sentence) => notes.set([linkId, sentence].join(' '), { linkId, sentence });
  const fields = withExtensions(root, (feature) => note(undefined, `${feature} is not supported.`));

  const item = readItems(fields['item'], listOf(fields['contained']), note);
  if (![...allItems(item)].some((each) => isQuestion(each) && !each.hidden))
    return { fault: ['nothing is asked', ...notes.keys()].join('. ') };

  const words = (name: string, most?: number) => wordsOf(fields[name], most);
  const address = words('url', 300) ?? '';
  const url = /^\S{1,250}$/.test(address) ? address : undefined;
  const title = words('title', 200) ?? words('name', 200);
  const names = [words('id'), url?.split('/').at(-1), title].map((name) => slugOf(name ?? ''));
  const version = words('version', 40) ?? wordsOf(looseOf(fields['meta'])['versionId'], 40) ?? '1';
  const introduction = valuesOf(fields['introduction']).flatMap((paragraph) => wordsOf(paragraph) ?? []);
  const questionnaire: Questionnaire = {
    schema: 'kap/questionnaire/1',
    id: names.find(Boolean) ?? 'questionnaire',
    version: version.replace(/[\s|]+/g, '-'),
    ...(url !== undefined && { url }),
    title: title ?? '',
    locale: locale.safeParse(fields['locale'] ?? fields['language']).data ?? 'en',
    ...(introduction.length > 0 && { introduction }),
    item,
  };
  checkCircles(questionnaire, note);
  return { questionnaire, notes: [...notes.values()] };
}

/** Reads one of our questionnaires or a FHIR R4 Questionnaire. What can't be taken is named and left out. */
export function readQuestionnaire(json: unknown): ReadQuestionnaire {
  try {
    return read(looseOf(json));
  } catch {
    // Objects of a page may hold themselves, or throw when they are asked.
    return { fault: 'it can’t be read' };
  }
}
