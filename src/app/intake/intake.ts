import type { ReadQuestionnaire } from '../../domain/fhir/read-questionnaire.js';
import { originOf } from '../../domain/fhir/write-response.js';
import { NO_ANSWERS, type Answers } from '../../domain/questionnaire/answers.js';
import { initialAnswers } from '../../domain/questionnaire/edit-answers.js';
import type { Questionnaire } from '../../domain/questionnaire/questionnaire.js';
import { enabledItems } from '../../domain/questionnaire/enabled-items.js';
import { validate, type ValidationContext } from '../../domain/questionnaire/validate.js';
import { dateIn } from '../../domain/scheduling/zone.js';
import { RESPONSE_POINTER } from '../../domain/submission/intake-submission.js';
import type { Outcome } from '../deliver.js';
import { endpointPath } from '../destination.js';
import { createCourse, resumeOnReturn, type Course, type Signal } from '../course.js';
import { nearAddress } from '../published.js';
import { get, readJson, type Parser } from '../read.js';
import type { Session } from '../session/session.js';
import { submit, unsuccessful } from '../submit.js';
import { createKeeper } from './keep.js';
import type { IntakeEffect, IntakeMessage, ResultMessage } from './messages.js';
import { prepareIntake } from './prepare.js';
import { reduceIntake } from './reduce.js';
import { askedHere, safetyEffects } from './safety-effects.js';
import { isFilled, type IntakeState, type Prepared } from './state.js';

/** Which questionnaire to fill in. */
export type FormSource =
  /** One that the script carries, used unless the practice names another version. */
  | { readonly kind: 'built-in'; readonly form: Questionnaire }
  | { readonly kind: 'endpoint'; readonly id: string }
  | { readonly kind: 'address'; readonly url: string }
  /** One that the page's own script has handed over, not yet read. */
  | { readonly kind: 'object'; readonly form: unknown };

/** Where no profile says otherwise: the age of majority in most places. */
const DEFAULT_MINIMUM_AGE = 18;

export interface Intake extends Course<IntakeState, IntakeMessage> {
  /** What the rules need to know beside the answers, as of now. */
  context(): ValidationContext;
  /** Tells the practice at once what only waits to stand: whoever goes away now may not come back. */
  tellNow(): void;
}

/** Whatever was sent, to be read with more patience than a schema has. */
const anyJson: Parser<unknown> = { safeParse: (data) => ({ success: data !== undefined, data }) };

type Send = (message: ResultMessage) => void;

/** The setting to mend where a questionnaire can't be used. */
const SETTINGS = { 'built-in': 'form', endpoint: 'form', address: 'src', object: 'questionnaire' } as const;

async function loadForm(source: FormSource, session: Session, answers: Answers): Promise<ResultMessage> {
  const url = source.kind === 'object' ? undefined : addressOf(source, session);
  if (url === undefined && source.kind === 'built-in')
    return { type: 'loaded', form: source.form, answers: initialAnswers(source.form, answers) };
  const setting = SETTINGS[source.kind];
  const read = await readSource(source, url, session);
  const form = 'value' in read ? await readForm(read.value, session) : { fault: read.failure };
  if (!form) return { type: 'not-loaded', reason: 'not-understood' };
  if ('fault' in form) {
    session.ports.warn(setting, `The questionnaire could not be used (${form.fault}).`);
    return { type: 'not-loaded', reason: 'failure' in read ? read.failure : 'not-understood' };
  }
  for (const { linkId, sentence } of form.notes)
    session.ports.warn(setting, linkId === undefined ? sentence : `${linkId}: ${sentence}`);
  const { questionnaire } = form;
  return { type: 'loaded', form: questionnaire, answers: initialAnswers(questionnaire, answers) };
}

async function readSource(source: FormSource, url: string | undefined, { ports }: Session) {
  if (source.kind === 'object') return { value: source.form };
  return url === undefined ? { failure: 'refused' as const } : readJson(get(url), anyJson, ports);
}

/** Nothing where the code that reads it could not be loaded: the script carries it in a file of its own. */
async function readForm(json: unknown, { ports }: Session): Promise<ReadQuestionnaire | undefined> {
  try {
    const { readQuestionnaire } = await import('../../domain/fhir/read-questionnaire.js');
    return readQuestionnaire(json);
  } catch (error) {
    ports.warn('script', (error as Error).message);
    return undefined;
  }
}

/** Where to read the questionnaire; nothing for the one that the script carries. */
function addressOf(source: Exclude<FormSource, { kind: 'object' }>, session: Session): string | undefined {
  if (source.kind === 'address') return source.url;
  const { state } = session;
  const id = source.kind === 'endpoint' ? source.id : source.form.id;
  const named = state.status === 'ready' ? state.practice?.forms.find((form) => form.id === id) : undefined;
  const isOurs =
    source.kind === 'built-in' && (named?.version ?? source.form.version) === source.form.version;
  const path = isOurs ? undefined : endpointPath(session.destination, `forms/${encodeURIComponent(id)}`);
  return nearAddress('forms', named?.url, session) ?? path;
}

function receivedBefore(
  form: Questionnaire,
  session: Session,
): Extract<ResultMessage, { type: 'known-received' }> | undefined {
  const intakes = session.state.status === 'ready' ? (session.state.care?.intakes ?? []) : [];
  const latest = intakes.filter((intake) => intake.questionnaire === form.id).at(-1);
  return latest && { type: 'known-received', reference: latest.reference, receivedAt: latest.receivedAt };
}

function resultOf(outcome: Outcome, prepared: Prepared): ResultMessage {
  switch (outcome.verdict) {
    case 'received':
      return { type: 'received', reference: outcome.reference, receivedAt: outcome.receivedAt };
    case 'sent':
      return { type: 'sent' };
    case 'invalid': {
      const problems = outcome.errors.flatMap(({ pointer, detail }) => {
        const path = pointer.startsWith(RESPONSE_POINTER)
          ? originOf(prepared.origins, pointer.slice(RESPONSE_POINTER.length))
          : undefined;
        return path === undefined ? [] : [{ path, code: 'not-accepted' as const, detail }];
      });
      return { type: 'invalid', problems };
    }
    default:
      return unsuccessful(outcome);
  }
}

/**
 * Tells the page's session whether a date of birth says that the client is younger than those whom the practice works
 * with. Judged when they go on, as every answer is.
 */
function watchAge(course: Course<IntakeState, IntakeMessage>, context: Intake['context'], session: Session) {
  let seen = '';
  let underAge = false;
  course.subscribe(() => {
    const { state } = course;
    if (!isFilled(state)) return;
    const at = state.status === 'filling' ? `${state.page} ${state.refusals}` : state.status;
    if (at === seen) return;
    seen = at;
    const { form, answers } = state;
    const problems = validate(enabledItems(form, answers), answers, context());
    const before = underAge;
    underAge = problems.some(({ code }) => code === 'under-minimum-age');
    if (underAge !== before) session.send({ type: 'age', underAge });
  });
}

/**
 * The intake of one element: its questionnaire, the answers, and their way to the practice.
 *
 * @param carried what was filled in already, where the element's settings changed on the way.
 */
export function createIntake(source: FormSource, session: Session, carried: Answers = NO_ANSWERS): Intake {
  const { clock, connection } = session.ports;
  const keeper = createKeeper(session);
  let filledIn = carried;

  const load = async (state: IntakeState, send: Send): Promise<void> => {
    const read = await loadForm(source, session, filledIn);
    if (read.type !== 'loaded') return send(read);
    const loaded = { ...read, form: askedHere(read.form, session) };
    const kept = await keeper.find(loaded.form, loaded.answers);
    const isAgain = state.status === 'loading' && state.again;
    const before = isAgain ? undefined : receivedBefore(loaded.form, session);
    if (before && !(kept && kept.keeping.at > Date.parse(before.receivedAt))) {
      if (kept) await keeper.erase(state, send);
      return send(before);
    }
    filledIn = NO_ANSWERS;
    send({ ...loaded, ...kept });
  };

  const deliver = async (state: IntakeState, send: Send, signal: Signal): Promise<void> => {
    if (!isFilled(state)) return;
    let prepared = state.prepared;
    if (prepared?.answers !== state.answers) {
      prepared = await prepareIntake(state, session);
      send({ type: 'prepared', prepared });
    }
    const outcome = await submit(prepared, session, signal, send);
    send(resultOf(outcome, prepared));
  };

  const safety = safetyEffects(session, () => course.state);
  const course: Course<IntakeState, IntakeMessage> = createCourse<IntakeState, IntakeMessage, IntakeEffect>({
    initial: { status: 'loading' },
    reduce: reduceIntake,
    effects: {
      load,
      deliver,
      'resume-on-return': resumeOnReturn(session),
      'keep-draft': keeper.keep,
      'erase-draft': keeper.erase,
      ...safety.effects,
    },
  });
  const context = (): ValidationContext => {
    const practice = session.state.status === 'ready' ? session.state.practice : undefined;
    return {
      today: dateIn(practice?.timeZone ?? clock.timeZone(), clock.now()),
      minimumAge: practice?.minimumAge ?? DEFAULT_MINIMUM_AGE,
    };
  };
  watchAge(course, context, session);
  course.send({ type: 'load' });
  let isStopped = false;
  const lookOnReturn = async (): Promise<void> => {
    await connection.returned();
    if (isStopped) return;
    await keeper.lookAgain(course.state, course.send);
    return lookOnReturn();
  };
  void lookOnReturn();
  const { stop } = course;
  return Object.assign(course, {
    tellNow: safety.tellNow,
    stop() {
      isStopped = true;
      safety.tellNow();
      stop();
    },
    context,
  });
}
