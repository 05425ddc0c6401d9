import { healthHistory } from '../../src/content/en/health-history.js';
import {
  howAreYouSince,
  intentions,
  readiness,
  reflection,
} from '../../src/content/en/questionnaires/index.js';
import type { Questionnaire } from '../../src/domain/questionnaire/questionnaire.js';

const KNOWN: readonly Questionnaire[] = [healthHistory, intentions, readiness, reflection, howAreYouSince];

/** The questionnaire by this id, in the version that came with this app: linkIds keep their meaning across versions. */
export const knownQuestionnaire = (id: string): Questionnaire | undefined =>
  KNOWN.find((each) => each.id === id);
