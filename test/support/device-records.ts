/** What lies in the database of drafts, as somebody finds it who opens it by hand. */
export interface DeviceRecord {
  readonly key: string;
  readonly value: Readonly<Record<string, unknown>>;
}

const NAME = 'kap';

const done = <T>(request: IDBRequest<T>): Promise<T> =>
  new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });

async function withStore<T>(work: (store: IDBObjectStore) => Promise<T>): Promise<T> {
  const database = await done(indexedDB.open(NAME));
  try {
    return await work(database.transaction(NAME, 'readwrite').objectStore(NAME));
  } finally {
    database.close();
  }
}

export const deviceRecords = (): Promise<readonly DeviceRecord[]> =>
  withStore(async (store) => {
    const [keys, values] = await Promise.all([done(store.getAllKeys()), done(store.getAll())]);
    return keys.map((key, at) => ({ key: String(key), value: values[at] as DeviceRecord['value'] }));
  });

/** Changes a record behind the script's back. */
export const replaceRecord = (
  key: string,
  change: (value: Record<string, unknown>) => Readonly<Record<string, unknown>>,
): Promise<unknown> =>
  withStore(async (store) => {
    const value = (await done(store.get(key))) as Record<string, unknown>;
    return done(store.put(change(value), key));
  });

export const emptyDevice = async (): Promise<void> => {
  await done(indexedDB.deleteDatabase(NAME));
};
