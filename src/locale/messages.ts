import type { en } from './en.js';

/** Every sentence of the interface, under its key. A language is one object of this type. */
export type Messages = typeof en;
