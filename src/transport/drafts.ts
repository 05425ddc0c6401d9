import type { Clock, DraftStore } from '../app/ports.js';
import { DRAFT_MS } from '../domain/questionnaire/draft.js';

/** Of the one store in the database; says nothing of what it is for. */
const STORE = 'kap';

/** A browser that won't open its storage sometimes never says so. */
const OPEN_MS = 3_000;

const CIPHER = 'AES-GCM';

/** A record: what is kept is in `data` alone, and its key can be used by this origin but never be read. */
interface Sealed {
  readonly key: CryptoKey;
  readonly iv: Uint8Array<ArrayBuffer>;
  readonly data: ArrayBuffer;
  readonly until: number;
  readonly revision: string;
}

/** Binds what is sealed to its place and its end, so that neither can be changed. */
const sealing = (id: string, { iv, until }: Pick<Sealed, 'iv' | 'until'>): AesGcmParams => ({
  name: CIPHER,
  iv,
  additionalData: new TextEncoder().encode(id + until),
});

/**
 * Drafts in IndexedDB, each sealed with a key of its own that goes with it. No database is made before something is
 * written, and none is held open, so that no other tab waits for this one.
 *
 * Honest about limits: a script of the same page can have the browser open what is sealed; a browser may keep traces of
 * what was erased for a while, or erase everything early; a private window forgets it when it is closed. A page that
 * goes away while an answer is being written may lose that answer, and has not said "saved" of it.
 *
 * @param name of the database.
 */
export function deviceDrafts(clock: Clock, name: string = STORE): DraftStore {
  /** Nothing where there is no database and `makes` is false: opening would make one. */
  const open = (makes: boolean): Promise<IDBDatabase | undefined> =>
    new Promise((resolve, reject) => {
      let isLate = false;
      const begin = () => {
        const request = indexedDB.open(name);
        request.onupgradeneeded = () => request.result.createObjectStore(STORE);
        request.onsuccess = () => (isLate ? request.result.close() : resolve(request.result));
        request.addEventListener('error', () => reject(request.error));
      };
      void clock.sleep(OPEN_MS).then(() => {
        isLate = true;
        reject(new Error());
      });
      if (makes) begin();
      else
        indexedDB
          .databases()
          .then((all) => (all.some((each) => each.name === name) ? begin() : resolve(undefined)))
          .catch(reject);
    });

  /** One transaction, complete when this resolves; nothing happens where there is no database and `makes` is false. */
  const transact = async (makes: boolean, work: (store: IDBObjectStore) => void): Promise<void> => {
    const database = await open(makes);
    if (!database) return;
    try {
      await new Promise<void>((resolve, reject) => {
        const transaction = database.transaction(STORE, 'readwrite');
        transaction.oncomplete = () => resolve();
        transaction.addEventListener('abort', () => reject(transaction.error));
        work(transaction.objectStore(STORE));
      });
    } finally {
      database.close();
    }
  };

  const erase = (id: string): Promise<void> => transact(false, (store) => void store.delete(id));

  return {
    erase,

    async read(id) {
      let found: Sealed | undefined;
      await transact(false, (store) => {
        const now = clock.now();
        const request = store.openCursor();
        request.onsuccess = () => {
          const cursor = request.result;
          if (!cursor) return;
          const sealed = cursor.value as Sealed;
          // A device whose clock was ahead has written an end that is years away.
          if (!(sealed.until > now && sealed.until < now + 2 * DRAFT_MS)) cursor.delete();
          else if (cursor.key === id) found = sealed;
          cursor.continue();
        };
      });
      if (!found) return undefined;
      try {
        const { key, data, until, revision } = found;
        const bytes = await crypto.subtle.decrypt(sealing(id, found), key, data);
        return { draft: JSON.parse(new TextDecoder().decode(bytes)) as unknown, until, revision };
      } catch {
        await erase(id);
        return undefined;
      }
    },

    async write(id, { draft, until }, over) {
      const { subtle } = crypto;
      const key = await subtle.generateKey({ name: CIPHER, length: 256 }, false, ['encrypt', 'decrypt']);
      const iv = crypto.getRandomValues(new Uint8Array(12));
      const text = new TextEncoder().encode(JSON.stringify(draft));
      const data = await subtle.encrypt(sealing(id, { iv, until }), key, text);
      const revision = crypto.randomUUID();
      const sealed: Sealed = { key, iv, data, until, revision };
      await transact(true, (store) => {
        const request = store.get(id);
        request.onsuccess = () => {
          if ((request.result as Sealed | undefined)?.revision === over) store.put(sealed, id);
          else store.transaction.abort();
        };
      });
      return revision;
    },
  };
}
