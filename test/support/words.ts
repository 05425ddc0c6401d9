import { enConsent } from '../../src/locale/en-consent.js';
import { enSessions } from '../../src/locale/en-sessions.js';

/** Every word of the interface in English, whichever element says it. */
export const en = { ...enConsent, ...enSessions } as const;
