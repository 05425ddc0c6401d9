import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import * as z from 'zod/mini';
import { questionnaireResponse } from '../src/domain/fhir/questionnaire-response.js';
import { consentDocument } from '../src/domain/consent/document.js';
import { consentRecord, withdrawalRecord } from '../src/domain/consent/record.js';
import { careSessionRequest } from '../src/domain/practice/care-session.js';
import { careState } from '../src/domain/practice/care-state.js';
import { practiceProfile } from '../src/domain/practice/profile.js';
import { questionnaire } from '../src/domain/questionnaire/questionnaire-schema.js';
import { acceptance, receiptClaim } from '../src/domain/submission/acceptance.js';
import { slotPage } from '../src/domain/scheduling/sessions.js';
import { submission } from '../src/domain/submission/envelope.js';
import { problem } from '../src/domain/submission/problem.js';

/** Everything that crosses the wire, by the name of its published JSON Schema. */
const published = {
  submission,
  acceptance,
  problem,
  'practice-profile': practiceProfile,
  'care-state': careState,
  'care-session-request': careSessionRequest,
  'slot-page': slotPage,
  'consent-document': consentDocument,
  'consent-record': consentRecord,
  'withdrawal-record': withdrawalRecord,
  'receipt-claim': receiptClaim,
  questionnaire,
  'questionnaire-response': questionnaireResponse,
};

/** One JSON Schema (2020-12) a name: what a sender must send, so unknown keys and defaults stay open. */
export const jsonSchemas = (): ReadonlyMap<string, object> =>
  new Map(
    Object.entries(published).map(([name, schema]) => {
      const { $schema, ...rest } = z.toJSONSchema(schema, { target: 'draft-2020-12', io: 'input' });
      return [name, { $schema, $id: `urn:kap:schema:${name}`, ...rest }];
    }),
  );

export function writeSchemas(folder: string): string[] {
  mkdirSync(folder, { recursive: true });
  return [...jsonSchemas()].map(([name, schema]) => {
    const file = join(folder, `${name}.schema.json`);
    writeFileSync(file, `${JSON.stringify(schema, null, 2)}\n`);
    return file;
  });
}
