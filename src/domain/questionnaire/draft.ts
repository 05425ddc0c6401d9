import { linkIdOf, readEntry, scopeOf, type Answers, type ItemPath } from './answers.js';
import type { Entry } from './entry.js';
import type { Item, Questionnaire } from './questionnaire.js';
import { instancesAround, structureOf } from './structure.js';

/** How long a draft is kept after the last answer, in milliseconds: 72 hours. */
export const DRAFT_MS = 72 * 3_600_000;

/** A draft as it comes back. */
export interface FoundDraft {
  readonly answers: Answers;
  /** Where in the form its client was, by the name that the form itself gives to a place. */
  readonly place: string;
  /** Whether anything was answered in it. */
  readonly isAnswered: boolean;
  /** The questions, in words, whose answers the questionnaire no longer takes. */
  readonly unfit: readonly string[];
}

const SCHEMA = 'kap/draft/1';

/** How unfinished answers are written down. */
export interface Draft {
  readonly schema: typeof SCHEMA;
  readonly place: string;
  /** `label` is the question in words, empty where nothing was answered; `type` is the question's. */
  readonly entries: readonly {
    readonly path: ItemPath;
    readonly type: string;
    readonly label: string;
    readonly entry: Entry;
  }[];
  readonly instances: readonly (readonly [ItemPath, readonly number[]])[];
}

/** Finds the question at a path; nothing where the path stands in fewer or more instances than the question does. */
function questionsOf(form: Questionnaire): (path: ItemPath) => Item | undefined {
  const places = structureOf(form);
  return (path) => {
    const place = places.get(linkIdOf(path));
    const depth = scopeOf(path).match(/\d+/g)?.length ?? 0;
    if (!place || depth !== instancesAround(place).length) return undefined;
    const { item } = place;
    return item.hidden || item.readOnly ? undefined : item;
  };
}

/** Everything that a client has filled in, in fields that are hidden now too. */
export function draftOf(form: Questionnaire, answers: Answers, place: string): Draft {
  const questionAt = questionsOf(form);
  return {
    schema: SCHEMA,
    place,
    entries: [...answers.entries].flatMap(([path, given]) => {
      const item = questionAt(path);
      if (!item) return [];
      const reading = readEntry(item, given);
      const isBlank = 'values' in reading && reading.values.length === 0;
      const label = isBlank ? '' : item.short || item.text;
      return [{ path, type: item.type, label, entry: given }];
    }),
    instances: [...answers.instances],
  };
}

/**
 * Reads a draft back for a questionnaire that may have changed since. What a field of now can hold is kept, unreadable
 * things as they were typed; an answer is unfit where its question is gone or of another type, or its option is.
 *
 * @param written what `draftOf` has made, in this version of the script or another; nobody else can have sealed it.
 * @param initial what stands in the fields without the draft.
 * @returns nothing for what another version has written in another way.
 */
export function readDraft(written: unknown, form: Questionnaire, initial: Answers): FoundDraft | undefined {
  const draft = written as Draft | null;
  if (draft?.schema !== SCHEMA) return undefined;
  const questionAt = questionsOf(form);
  const entries = new Map(initial.entries);
  const unfit = new Set<string>();
  let isAnswered = false;
  for (const { path, type, label, entry: given } of draft.entries) {
    const item = questionAt(path);
    const reading = item?.type === type && readEntry(item, given);
    if (label) isAnswered = true;
    if (
      reading &&
      ('code' in reading ? reading.code !== 'not-an-option' : !label || reading.values.length > 0)
    )
      entries.set(path, given);
    else if (label) unfit.add(label);
  }
  const instances = new Map([...initial.instances, ...draft.instances]);
  return { answers: { entries, instances }, place: draft.place, isAnswered, unfit: [...unfit] };
}
