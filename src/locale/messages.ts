import type { enConsent } from './en-consent.js';
import type { enSessions } from './en-sessions.js';
import type { en } from './en.js';

/** The sentences that every element may say, under their keys. A language is one object of this type. */
export type Messages = typeof en;

/** With those around a consent document. */
export type ConsentMessages = typeof enConsent;

/** With those around sessions. */
export type SessionsMessages = typeof enSessions;
