import { AsyncLocalStorage } from 'node:async_hooks';
import pg from 'pg';
import { afterAll, beforeAll } from 'vitest';

/** What goes wrong with a connection to the database while a request is served. */
export type ConnectionFault = 'within' | 'before-commit' | 'after-commit';

interface Planned {
  readonly fault: ConnectionFault;
  /** How many statements go well first, where it happens within. */
  readonly after: number;
  statements: number;
  happened: boolean;
}

const planned = new AsyncLocalStorage<Planned>();

type Query = (this: pg.Client, ...args: unknown[]) => Promise<unknown>;
const client = pg.Client.prototype as unknown as { query: Query };

const breakOff = (connection: pg.Client): void => {
  const { stream } = (connection as unknown as { connection: { stream: { destroy(): void } } }).connection;
  stream.destroy();
};

/** Lets connections break off where `withFault` says so, in the tests of this file. */
export function useFaults(): void {
  const { query } = client;
  beforeAll(() => {
    client.query = async function withFaults(this: pg.Client, ...args) {
      const plan = planned.getStore();
      if (plan === undefined || plan.happened) return query.apply(this, args);
      const isCommit = args[0] === 'commit';
      plan.statements++;
      if (plan.fault === 'after-commit' && isCommit) {
        plan.happened = true;
        await query.apply(this, args);
        breakOff(this);
        throw new Error('The connection broke off after the commit.');
      }
      const isTime = plan.fault === 'within' ? plan.statements > plan.after : isCommit;
      if (isTime) {
        plan.happened = true;
        breakOff(this);
      }
      return query.apply(this, args);
    };
  });
  afterAll(() => {
    client.query = query;
  });
}

/** Does something during which a connection breaks off once. */
export const withFault = <T>(fault: ConnectionFault, after: number, work: () => Promise<T>): Promise<T> =>
  planned.run({ fault, after, statements: 0, happened: false }, work);
