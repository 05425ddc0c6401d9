import type { ConsentDocument } from '../../domain/consent/document.js';
import type { Session } from '../session/session.js';
import { createStore, type Step, type Store } from '../store.js';
import { readCurrent, readVersion } from './documents.js';

/** A text to look at beside the one that is to be signed. */
export interface WantedText {
  readonly id: string;
  /** Nothing for the one that the practice has now. */
  readonly version: string | undefined;
}

export type Text =
  | { readonly status: 'reading' }
  | { readonly status: 'read'; readonly document: ConsentDocument }
  | { readonly status: 'unavailable' };

export interface TextsState {
  readonly texts: ReadonlyMap<string, Text>;
}

export type TextsMessage =
  | { readonly type: 'read'; readonly wanted: WantedText }
  | { readonly type: 'arrived'; readonly wanted: WantedText; readonly text: Text };

const keyOf = ({ id, version }: WantedText): string => `${id} ${version ?? ''}`;

export const textOf = ({ texts }: TextsState, wanted: WantedText): Text | undefined =>
  texts.get(keyOf(wanted));

const withText = ({ texts }: TextsState, wanted: WantedText, text: Text): TextsState => ({
  texts: new Map(texts).set(keyOf(wanted), text),
});

/** What could not be had is asked for again; what is there is not. */
export function reduceTexts(state: TextsState, message: TextsMessage): Step<TextsState, WantedText> {
  const { wanted } = message;
  if (message.type === 'arrived') return [withText(state, wanted, message.text)];
  const known = textOf(state, wanted);
  if (known && known.status !== 'unavailable') return [state];
  return [withText(state, wanted, { status: 'reading' }), wanted];
}

/** Texts that a client may look at: an earlier version that they signed, a newer one that they need not sign. */
export function createTexts(session: Session): Store<TextsState, TextsMessage> {
  return createStore<TextsState, TextsMessage, WantedText>({
    initial: { texts: new Map() },
    reduce: reduceTexts,
    run: async (wanted, send) => {
      const { id, version } = wanted;
      const read =
        version === undefined
          ? await readCurrent({ kind: 'endpoint', id }, session, true)
          : await readVersion(id, version, session);
      const text: Text =
        'document' in read ? { status: 'read', document: read.document } : { status: 'unavailable' };
      send({ type: 'arrived', wanted, text });
    },
  });
}
