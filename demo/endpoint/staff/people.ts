import type { Contact } from '../../../src/domain/submission/envelope.js';
import { asksWho, formLike } from '../check-intake.js';
import type { Database } from '../database.js';
import type { EndpointOptions } from '../endpoint.js';
import { nameIn } from './response.js';
import { readStored } from './stored.js';

/** Who a client is, as far as they have told; every role may know it. */
export interface Person {
  /** From the latest form that asks for it, else from the latest consent, else as they gave it when they booked. */
  readonly name?: string;
  /** As they gave it when they booked. */
  readonly contact?: Contact;
}

function nameOf(body: Buffer | undefined, { forms }: EndpointOptions): string | undefined {
  const submission = body === undefined ? undefined : readStored(body);
  if (submission?.kind === 'intake')
    return nameIn(submission.content.response, formLike(forms, submission.act.questionnaire));
  if (submission?.kind !== 'consent') return undefined;
  const { signer } = submission.content.record;
  return signer.role === 'representative' ? signer.client : signer.name;
}

/** Who these clients are. */
export async function peopleOf(
  options: EndpointOptions,
  database: Database,
  clientIds: readonly string[],
): Promise<ReadonlyMap<string, Person>> {
  if (clientIds.length === 0) return new Map();
  const rows = await database
    .selectFrom('submissions')
    .leftJoin('consents', 'consents.submission_id', 'submissions.id')
    .select(['submissions.id', 'submissions.client_id', 'kind', 'act', 'contact', 'erased_at'])
    .where('submissions.client_id', 'in', clientIds)
    .orderBy('submissions.received_at', 'desc')
    .orderBy('submissions.id', 'desc')
    .execute();
  const told = clientIds.map((id) => {
    const own = rows.filter((row) => row.client_id === id);
    const naming =
      own.find(({ act }) => 'questionnaire' in act && asksWho(options.forms, act.questionnaire)) ??
      own.find(({ kind, erased_at }) => kind === 'consent' && erased_at === null);
    return { id, naming: naming?.id, contact: own.find(({ contact }) => contact !== null)?.contact };
  });
  const wanted = told.flatMap(({ naming }) => naming ?? []);
  const bodies =
    wanted.length === 0
      ? []
      : await database.selectFrom('submissions').select(['id', 'body']).where('id', 'in', wanted).execute();
  return new Map(
    told.map(({ id, naming, contact }) => {
      const body = bodies.find((row) => row.id === naming)?.body;
      const name = nameOf(body, options) ?? contact?.name;
      return [id, { ...(name === undefined ? {} : { name }), ...(contact ? { contact } : {}) }];
    }),
  );
}
