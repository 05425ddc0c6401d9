import { serve } from '@hono/node-server';
import { join } from 'node:path';
import { openEmbedded } from '../../demo/endpoint/database.js';
import { lockFolder } from '../../demo/endpoint/lock.js';
import { endpointOn } from './endpoint.js';

/** A process of its own: serves an endpoint from the folder that it is given and says its port. */
const folder = process.argv[2] ?? '';
lockFolder(folder);
const { database } = await openEmbedded(join(folder, 'database'), () => undefined);
serve({ fetch: endpointOn(database).fetch, port: 0, hostname: '127.0.0.1' }, ({ port }) =>
  process.stdout.write(`${port}\n`),
);
