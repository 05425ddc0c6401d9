/** What lies in the database of drafts, as somebody finds it who opens it by hand. */
export interface DeviceRecord {
  readonly key: string;
  readonly value: Readonly<Record<string, unknown>>;
}

const STORE = 'kap';

const done = <T>(request: IDBRequest<T>): Promise<T> =>
  new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.addEventListener('error', () => reject(request.error));
  });

async function withStore<T>(name: string, work: (store: IDBObjectStore) => Promise<T>): Promise<T> {
  const database = await done(indexedDB.open(name));
  try {
    return await work(database.transaction(STORE, 'readwrite').objectStore(STORE));
  } finally {
    database.close();
  }
}

/** Whether there is such a database at all; files of tests that run beside this one may have their own. */
export const isOnDevice = async (name = STORE): Promise<boolean> =>
  (await indexedDB.databases()).some((each) => each.name === name);

/** Makes no database where there is none. */
export const deviceRecords = async (name = STORE): Promise<readonly DeviceRecord[]> => {
  if (!(await isOnDevice(name))) return [];
  return withStore(name, async (store) => {
    const [keys, values] = await Promise.all([done(store.getAllKeys()), done(store.getAll())]);
    return keys.map((key, at) => ({ key: key as string, value: values[at] as DeviceRecord['value'] }));
  });
};

/** Changes a record behind the script's back. */
export const replaceRecord = (
  name: string,
  key: string,
  change: (value: Record<string, unknown>) => Readonly<Record<string, unknown>>,
): Promise<unknown> =>
  withStore(name, async (store) => {
    const value = (await done(store.get(key))) as Record<string, unknown>;
    return done(store.put(change(value), key));
  });

export const emptyDevice = async (name = STORE): Promise<void> => {
  await done(indexedDB.deleteDatabase(name));
};
