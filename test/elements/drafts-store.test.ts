import { expect } from '@open-wc/testing';
import type { Clock } from '../../src/app/ports.js';
import { DRAFT_MS } from '../../src/domain/questionnaire/draft.js';
import { deviceDrafts } from '../../src/transport/drafts.js';
import { deviceRecords, emptyDevice, isOnDevice, replaceRecord } from '../support/device-records.js';
import { NOW } from '../support/hazel-house.js';

const ID = 'a'.repeat(64);
const MARK = 'zqx';
const answers = { given: `Ana ${MARK}` };

let now: number;
/** Stands still, and nobody ever waits long enough. */
const clock: Clock = {
  now: () => now,
  sleep: () => new Promise(() => undefined),
  timeZone: () => 'UTC',
};
/** Apart from what other tests keep at the same time. */
const NAME = 'kap of its own';
const drafts = deviceDrafts(clock, NAME);
const keep = (over?: string, id = ID) => drafts.write(id, { draft: answers, until: now + DRAFT_MS }, over);

const rejects = async (work: Promise<unknown>): Promise<boolean> =>
  work.then(
    () => false,
    () => true,
  );

beforeEach(async () => {
  now = Date.parse(NOW);
  await emptyDevice(NAME);
});
afterEach(() => emptyDevice(NAME));

describe('a draft on the device', () => {
  it('is there for a page that is opened later, and is replaced by the next', async () => {
    const revision = await keep();
    expect(await deviceDrafts(clock, NAME).read(ID)).to.eql({
      draft: answers,
      until: now + DRAFT_MS,
      revision,
    });
    await drafts.write(ID, { draft: 'other', until: now + 1 }, revision);
    expect(await drafts.read(ID)).to.include({ draft: 'other', until: now + 1 });
    expect(await deviceRecords(NAME)).to.have.length(1);
  });

  it('holds nothing in clear', async () => {
    await keep();
    const records = await deviceRecords(NAME);
    expect(records).to.have.length(1);
    for (const { key, value } of records) {
      expect(key).to.equal(ID);
      expect(Object.keys(value)).to.have.members(['key', 'iv', 'data', 'until', 'revision']);
      const bytes = [value['data'], value['iv']].map((each) =>
        new TextDecoder('latin1').decode(each as ArrayBuffer),
      );
      const rest = JSON.stringify({ ...value, key: undefined, data: undefined, iv: undefined });
      for (const text of [...bytes, rest, key]) {
        expect(text).not.to.contain(MARK);
        expect(text).not.to.contain('given');
      }
    }
  });

  it('is sealed by a key that nobody can read out, and by bytes of its own each time', async () => {
    const first = await keep();
    const [before] = await deviceRecords(NAME);
    await keep(first);
    const [after] = await deviceRecords(NAME);
    const key = after?.value['key'] as CryptoKey;
    expect(key).to.include({ extractable: false, type: 'secret' });
    expect(key.algorithm).to.eql({ name: 'AES-GCM', length: 256 });
    for (const format of ['raw', 'jwk'] as const)
      expect(await rejects(crypto.subtle.exportKey(format, key))).to.equal(true);
    expect(after?.value['iv']).to.have.length(12);
    expect(after?.value['iv']).not.to.eql(before?.value['iv']);
  });

  it('is gone when it is erased, and nothing else is', async () => {
    await keep();
    await keep(undefined, 'b'.repeat(64));
    await drafts.erase(ID);
    expect(await drafts.read(ID)).to.equal(undefined);
    expect((await deviceRecords(NAME)).map(({ key }) => key)).to.eql(['b'.repeat(64)]);
  });
});

describe('a draft that has come to its end', () => {
  it('is erased whichever form is opened', async () => {
    await keep();
    now += DRAFT_MS - 1;
    expect(await drafts.read(ID)).to.include({ until: now + 1 });
    now += 1;
    expect(await drafts.read('b'.repeat(64))).to.equal(undefined);
    expect(await deviceRecords(NAME)).to.eql([]);
  });

  it('is one, too, that a wrong clock has put years away', async () => {
    await keep();
    now -= 365 * 24 * 3_600_000;
    expect(await drafts.read(ID)).to.equal(undefined);
    expect(await deviceRecords(NAME)).to.eql([]);
  });
});

describe('a draft that was tampered with', () => {
  const turned = (bytes: ArrayBuffer) =>
    new Uint8Array(bytes).map((byte, at) => (at === 0 ? byte ^ 1 : byte));

  const tampering: Readonly<Record<string, (value: Record<string, unknown>) => Record<string, unknown>>> = {
    'another text': (value) => ({ ...value, data: turned(value['data'] as ArrayBuffer).buffer }),
    'a later end': (value) => ({ ...value, until: (value['until'] as number) + 1 }),
    'no key': (value) => ({ ...value, key: undefined }),
    'nothing in it': () => ({}),
  };
  for (const [what, change] of Object.entries(tampering))
    it(`is ignored and erased: ${what}`, async () => {
      await keep();
      await replaceRecord(NAME, ID, change);
      expect(await drafts.read(ID)).to.equal(undefined);
      expect(await deviceRecords(NAME)).to.eql([]);
    });

  it('is ignored and erased: it stands in another’s place', async () => {
    await keep(undefined, 'b'.repeat(64));
    const [record] = await deviceRecords(NAME);
    await keep();
    await replaceRecord(NAME, ID, () => record?.value ?? {});
    expect(await drafts.read(ID)).to.equal(undefined);
    expect((await deviceRecords(NAME)).map(({ key }) => key)).to.eql(['b'.repeat(64)]);
  });
});

describe('two tabs', () => {
  it('never write over what they have not seen', async () => {
    const first = await keep();
    const other = deviceDrafts(clock, NAME);
    const second = await other.write(ID, { draft: 'theirs', until: now + 1 }, first);
    expect(await rejects(keep(first))).to.equal(true);
    expect(await rejects(keep())).to.equal(true);
    expect(await drafts.read(ID)).to.include({ draft: 'theirs', revision: second });
    await other.erase(ID);
    expect(await rejects(keep(second))).to.equal(true);
    expect(await deviceRecords(NAME)).to.eql([]);
  });

  it('don’t wait for each other to let go of the database', async () => {
    await keep();
    await new Promise((resolve, reject) => {
      const request = indexedDB.deleteDatabase(NAME);
      request.onsuccess = resolve;
      request.onblocked = reject;
    });
    expect(await drafts.read(ID)).to.equal(undefined);
  });
});

describe('a device on which nothing was kept', () => {
  it('has no database after looking and erasing', async () => {
    expect(await drafts.read(ID)).to.equal(undefined);
    await drafts.erase(ID);
    expect(await isOnDevice(NAME)).to.equal(false);
  });
});

describe('a device that won’t', () => {
  const { open, databases } = IDBFactory.prototype;
  afterEach(() => {
    Object.assign(IDBFactory.prototype, { open, databases });
  });

  const all = () => Promise.all([drafts.read(ID), keep(), drafts.erase(ID)].map(rejects));

  it('rejects where storage is blocked', async () => {
    const blocked = () => {
      throw new DOMException('blocked', 'SecurityError');
    };
    Object.assign(IDBFactory.prototype, { open: blocked, databases: blocked });
    expect(await all()).to.eql([true, true, true]);
  });

  it('rejects where it fails to open', async () => {
    await keep();
    IDBFactory.prototype.open = function openOlder(name) {
      return open.call(this, name, 1);
    };
    await new Promise((resolve) => {
      const request = open.call(indexedDB, NAME, 2);
      request.onsuccess = () => resolve(request.result.close());
    });
    expect(await all()).to.eql([true, true, true]);
  });

  it('rejects where it never answers, after as long as somebody waits', async () => {
    IDBFactory.prototype.open = () => new EventTarget() as IDBOpenDBRequest;
    const slept: number[] = [];
    const impatient = deviceDrafts(
      {
        ...clock,
        sleep: (ms) => {
          slept.push(ms);
          return Promise.resolve();
        },
      },
      NAME,
    );
    expect(await rejects(impatient.read(ID))).to.equal(true);
    expect(slept).to.eql([3_000]);
  });

  it('rejects where the disk is full, and keeps what was there', async () => {
    const revision = await keep();
    const { put } = IDBObjectStore.prototype;
    IDBObjectStore.prototype.put = function full() {
      this.transaction.abort();
      return {} as IDBRequest<IDBValidKey>;
    };
    expect(await rejects(keep(revision))).to.equal(true);
    IDBObjectStore.prototype.put = put;
    expect(await drafts.read(ID)).to.include({ revision });
  });
});
