import type { ReactiveController, ReactiveControllerHost } from 'lit';
import type { ReceiptChecks } from '../../app/consent/receipt.js';
import { createTexts, type TextsMessage, type TextsState, type WantedText } from '../../app/consent/texts.js';
import {
  createWithdrawal,
  type PreparedWithdrawal,
  type SignedConsent,
  type Withdrawal,
  type WithdrawalState,
} from '../../app/consent/withdrawal.js';
import type { Session } from '../../app/session/session.js';
import type { Store } from '../../app/store.js';
import { SelectController } from '../../controllers/select.js';
import { scopeInAct } from '../../domain/submission/withdrawal-scope.js';
import type { SignedEntry } from './signed.js';

export interface TakingBackOptions {
  readonly session: () => Session | undefined;
  readonly checks: ReceiptChecks;
  /** The language of the words on the screen. */
  readonly language: string;
  /** Told of each step, so that the focus follows; after the next render. */
  readonly onStep: (state: WithdrawalState | undefined) => void;
}

/** What a client takes back here, and the texts that they look at for it. Beside the document, which stays as it is. */
export class TakingBack implements ReactiveController {
  readonly #host: ReactiveControllerHost;
  readonly #options: TakingBackOptions;
  readonly #state: SelectController<WithdrawalState, WithdrawalState>;
  readonly #textsState: SelectController<TextsState, TextsState>;
  #withdrawal: Withdrawal | undefined;
  #texts: { readonly of: Session; readonly store: Store<TextsState, TextsMessage> } | undefined;
  #shown: WithdrawalState | undefined;
  /** What has been taken back on this page: the care state may not show it yet, or there is none. */
  readonly #done: PreparedWithdrawal[] = [];

  constructor(host: ReactiveControllerHost, options: TakingBackOptions) {
    this.#host = host;
    this.#options = options;
    this.#state = new SelectController<WithdrawalState, WithdrawalState>(host, (state) => state);
    this.#textsState = new SelectController<TextsState, TextsState>(host, (state) => state);
    host.addController(this);
  }

  /** Nothing while nothing is being taken back. */
  get withdrawal(): Withdrawal | undefined {
    return this.#withdrawal;
  }

  get texts(): TextsState | undefined {
    return this.#textsState.value;
  }

  /** Whether something is on its way that would be lost with the page. */
  get isUnsent(): boolean {
    return ['sending', 'not-sent', 'refused'].includes(this.#withdrawal?.state.status ?? '');
  }

  readonly begin = (of: SignedConsent): void => {
    const session = this.#options.session();
    if (!session) return;
    const { language, checks } = this.#options;
    this.#withdrawal = createWithdrawal(of, language, session, checks);
    this.#state.follow(this.#withdrawal);
    this.readText({ id: of.id, version: of.version });
    this.#host.requestUpdate();
  };

  readonly close = (): void => {
    this.#withdrawal?.stop();
    this.#withdrawal = undefined;
    this.#state.follow(undefined);
    this.#host.requestUpdate();
  };

  readonly readText = (wanted: WantedText): void => {
    const session = this.#options.session();
    if (!session) return;
    if (this.#texts?.of !== session) this.#texts = { of: session, store: createTexts(session) };
    this.#textsState.follow(this.#texts.store);
    this.#texts.store.send({ type: 'read', wanted });
  };

  /** An entry of what is signed, with what was taken back of it here. */
  withDone(entry: SignedEntry): SignedEntry {
    const mine = this.#done.filter(({ record }) => record.recordDigest === entry.recordDigest);
    if (mine.length === 0) return entry;
    const known = entry.withdrawn ?? [];
    const news = mine
      .map(({ record }) => ({ scope: scopeInAct(record.scope), at: record.at }))
      .filter(({ scope }) => !known.some((each) => each.scope === scope));
    const isAll = mine.some(({ record }) => record.scope.what === 'everything');
    return { ...entry, status: isAll ? 'withdrawn' : entry.status, withdrawn: [...known, ...news] };
  }

  hostUpdated(): void {
    const now = this.#withdrawal && this.#state.value;
    const before = this.#shown;
    this.#shown = now;
    if (now?.status === before?.status) return;
    if (now?.status === 'withdrawn') this.#done.push(now.submission);
    this.#options.onStep(now);
  }
}
