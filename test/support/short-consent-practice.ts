import { stillwater as ofTheDemo } from '../../demo/endpoint/seed/practice.js';
import type { PracticeProfile } from '../../src/domain/practice/profile.js';
import { shortConsent } from './consent-document.js';

const { id, version } = shortConsent;

const asking: PracticeProfile = {
  ...ofTheDemo,
  consents: [{ id, version, adopted: { by: 'Mara Lindqvist, LMFT', on: '2026-11-02' } }],
};

/** The sample practice with all its plan rules, asking for the short consent alone. */
export const stillwaterWithRules = asking;

/**
 * The same where nothing but clearance, consent and notice keeps a session from being booked alone: for tests about
 * something else.
 */
export const stillwater: PracticeProfile = {
  ...asking,
  planRules: ofTheDemo.planRules.filter((rule) => rule.id === 'needs' || rule.id === 'notice'),
  sessionKinds: ofTheDemo.sessionKinds.map(({ needs: { clearance, consents }, ...kind }) => ({
    ...kind,
    needs: {
      ...(clearance === undefined ? {} : { clearance }),
      ...(consents === undefined ? {} : { consents }),
    },
  })),
};
