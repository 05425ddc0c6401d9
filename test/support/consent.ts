import { createHash, randomBytes, randomUUID } from 'node:crypto';
import type { ConsentDocument } from '../../src/domain/consent/document.js';
import type { ConsentRecord, ConsentRecord2 } from '../../src/domain/consent/record.js';
import { beginSigning, choiceKey, recordOf, type Signing } from '../../src/domain/consent/signing.js';
import { canonicalJson } from '../../src/domain/submission/canonical-json.js';
import type { ConsentSubmission } from '../../src/domain/submission/envelope.js';
import { shortConsent } from './consent-document.js';

/** The sentence above the signature. */
export const STATEMENT = 'I have read this and I agree.';

export const digestOf = (value: unknown): string =>
  createHash('sha256').update(canonicalJson(value)).digest('hex');

/** A document as somebody signs it who ticks every sentence, takes each first option and answers every check rightly. */
function signed(document: ConsentDocument): Signing {
  const at = '2026-11-22T19:57:00.000Z';
  return {
    ...beginSigning(document, '2026-11-22T19:50:00.000Z'),
    acknowledged: new Map(
      document.blocks.flatMap(({ id, acknowledgement }) => (acknowledgement ? [[id, at] as const] : [])),
    ),
    choices: new Map(
      document.blocks.flatMap((block) =>
        (block.choices ?? []).flatMap(({ id, options }) =>
          options.slice(0, 1).map((option) => [choiceKey(block.id, id), { option: option.id, at }] as const),
        ),
      ),
    ),
    answers: new Map(
      document.blocks.flatMap(({ id, check }) => {
        const right = check?.answers.find((answer) => answer.right)?.id;
        return right === undefined ? [] : [[id, [right]] as const];
      }),
    ),
    name: 'Ana Okafor',
  };
}

export const newRecord = (document: ConsentDocument = shortConsent): ConsentRecord2 =>
  recordOf(signed(document), {
    practice: 'stillwater',
    textDigest: digestOf(document),
    timeZone: 'America/Los_Angeles',
    widget: { version: '0.1.0', build: 'test' },
    signedAt: '2026-11-22T19:58:00.000Z',
    statement: STATEMENT,
  });

/** A record with another name typed under it than the one it was signed with, and by another signer where one is given. */
export const typedAs = (
  record: ConsentRecord2,
  value: string,
  signer: ConsentRecord2['signer'] = record.signer,
): ConsentRecord2 => {
  const { statement, at } = record.signature;
  return { ...record, signer, signature: { method: 'typed', value, statement, at } };
};

/** A new consent as the widget would send it, whatever the record holds: its digests are those of the record. */
export function newConsent(
  record: ConsentRecord = newRecord(),
  replacing: Partial<ConsentSubmission> = {},
): ConsentSubmission {
  const { id, version, locale } = record.document;
  return {
    schema: 'kap/submission/1',
    id: randomUUID(),
    nonce: randomBytes(16).toString('base64url'),
    kind: 'consent',
    createdAt: '2026-11-22T19:59:00.000Z',
    timeZone: 'America/Los_Angeles',
    locale,
    practice: 'stillwater',
    widget: { version: '0.1.0', build: 'test' },
    relatesTo: [],
    act: {
      document: { id, version, locale, textDigest: digestOf(record.document) },
      recordDigest: digestOf(record),
    },
    content: { record },
    ...replacing,
  };
}
