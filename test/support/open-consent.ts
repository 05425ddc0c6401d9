import { createConsent, type Consent } from '../../src/app/consent/consent.js';
import type { ConsentSource } from '../../src/app/consent/documents.js';
import type { ConsentMessage } from '../../src/app/consent/messages.js';
import { isOpen, type OpenState } from '../../src/app/consent/state.js';
import type { Destination } from '../../src/app/destination.js';
import { createSession, type Session } from '../../src/app/session/session.js';
import type { ConsentDocument } from '../../src/domain/consent/document.js';
import type { PracticeBasics } from '../../src/domain/practice/basics.js';
import type { CareState, ConsentStatus } from '../../src/domain/practice/care-state.js';
import { consentSubmission, type ConsentSubmission } from '../../src/domain/submission/envelope.js';
import { shortConsent } from './consent-document.js';
import { fakePorts, hasStatus, reaches, reply, type Answer, type FakePorts, type World } from './ports.js';
import { endpoint, newClient, stillwater } from './practice-samples.js';
import { verifySignature } from '../../src/transport/receipts.js';

export const TO_ENDPOINT = 'POST submissions';

export const STATEMENT = 'I have read this and I agree.';

/** A second document, of one block, in a version of the same name. */
export const touchConsent: ConsentDocument = {
  ...shortConsent,
  id: 'touch',
  title: 'Touch during a session',
  blocks: [{ id: 'hands', paragraphs: ['A hand on yours, if you ask.'], acknowledgement: 'I may say no.' }],
};

/** A practice that asks for these documents, in this order. */
export const asking = (...documents: readonly ConsentDocument[]): PracticeBasics => ({
  ...stillwater,
  consents: documents.map(({ id, version }) => ({
    id,
    version,
    adopted: { by: 'Mara Lindqvist', on: '2026-11-02' },
  })),
});

/** A client who has signed a document, as their endpoint says. */
export const afterSigning = (
  { id, version, title }: ConsentDocument = shortConsent,
  status: ConsentStatus = 'signed',
): CareState => ({
  ...newClient,
  consents: [{ id, version, title, status, signedAt: '2026-11-22T20:10:01.000Z', reference: 'KAP-7F3Q' }],
});

export interface OpenedConsent {
  readonly consent: Consent;
  readonly session: Session;
  readonly ports: FakePorts;
  /** Sends messages, one after the other. */
  does(...messages: readonly ConsentMessage[]): void;
  ticks(block: string, ticked?: boolean): void;
  /** Marks an answer to a block's check and gives it. */
  answers(block: string, answer: string): void;
  /** Does all that `shortConsent` asks for, but for pressing Sign. */
  fillsIn(): void;
  /** Lets everything come to rest that is under way. */
  settles(): Promise<void>;
}

export interface Opening extends World {
  readonly destination?: Destination;
  /** What the practice asks for; served by its endpoint too. */
  readonly documents?: readonly ConsentDocument[];
  readonly documentId?: string;
  /** Where the document comes from, where it is not the practice's endpoint. */
  readonly source?: ConsentSource;
  /** The only keys of receipts that count. */
  readonly thumbprints?: readonly string[];
}

/** A consent whose session has started. */
export async function openConsent({
  destination = endpoint,
  documents = [shortConsent],
  documentId,
  source = { kind: 'endpoint', id: documentId },
  thumbprints = [],
  ...world
}: Opening = {}): Promise<OpenedConsent> {
  const served = documents.map(
    (document) => [`GET consents/${document.id}`, [reply(200, document)]] as const,
  );
  const script = {
    'GET practice': [reply(200, asking(...documents))],
    'GET care': [reply(200, newClient)],
    ...Object.fromEntries(served),
    ...world.script,
  };
  const ports = fakePorts({ ...world, script });
  const session = createSession(destination, ports);
  await reaches(session, hasStatus('ready'));
  const consent = createConsent(source, STATEMENT, session, { verifySignature, thumbprints });

  const does = (...messages: readonly ConsentMessage[]) => messages.forEach(consent.send);
  const ticks = (block: string, ticked = true) =>
    does({ type: 'acknowledge', block, ticked, at: consent.now() });
  const answers = (block: string, answer: string) =>
    does({ type: 'choose', block, answer }, { type: 'answer', block });
  return {
    consent,
    session,
    ports,
    does,
    ticks,
    answers,
    fillsIn() {
      ticks('off-label');
      answers('going-home', 'next-day');
      ticks('going-home');
      does({ type: 'name', name: 'Ana Okafor' });
    },
    settles: () => ports.clock.sleep(0),
  };
}

/** The same, as soon as the text is on the screen. */
export async function readConsent(opening?: Opening): Promise<OpenedConsent> {
  const opened = await openConsent(opening);
  await reaches(opened.consent, hasStatus('reading'));
  return opened;
}

/** The same, filled in and signed; the practice answers so. */
export async function signedTo(answers: readonly Answer[], opening: Opening = {}) {
  const opened = await readConsent({ ...opening, script: { [TO_ENDPOINT]: answers, ...opening.script } });
  opened.fillsIn();
  const { signing } = openOf(opened.consent);
  opened.does({ type: 'sign' });
  return { ...opened, signing };
}

/** The state of a consent that has a document open. */
export function openOf({ state }: Consent): OpenState {
  if (!isOpen(state)) throw new Error(`No document is open while it is ${state.status}`);
  return state;
}

/** The consents that went out, each as the endpoint's own schema reads it; retries too. */
export const consentsIn = (ports: FakePorts): readonly ConsentSubmission[] =>
  ports.network.requests
    .filter(({ method }) => method === 'POST')
    .map(({ body = '' }) => {
      const parsed = consentSubmission.safeParse(JSON.parse(body));
      if (!parsed.success) throw new Error(parsed.error.message);
      return parsed.data;
    });

/** One of each, in the order of their first try. */
export const distinct = <T extends { readonly id: string }>(submissions: readonly T[]): readonly T[] => [
  ...new Map(submissions.map((each) => [each.id, each])).values(),
];
