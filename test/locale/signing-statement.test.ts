import { expect, test } from 'vitest';
import { SIGNING_STATEMENTS } from '../../src/content/en/consents/statements.js';
import { enConsent } from '../../src/locale/en-consent.js';

test('The sentence above the signature is the newest that an endpoint knows', () => {
  expect(SIGNING_STATEMENTS.at(-1)).toBe(enConsent.signatureStatement);
});
