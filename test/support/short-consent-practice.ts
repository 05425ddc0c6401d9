import { stillwater as ofTheDemo } from '../../demo/endpoint/seed/practice.js';
import type { PracticeProfile } from '../../src/domain/practice/profile.js';
import { shortConsent } from './consent-document.js';

const { id, version } = shortConsent;

/** The sample practice, asking for the short consent alone. */
export const stillwater: PracticeProfile = {
  ...ofTheDemo,
  consents: [{ id, version, adopted: { by: 'Mara Lindqvist, LMFT', on: '2026-11-02' } }],
};
