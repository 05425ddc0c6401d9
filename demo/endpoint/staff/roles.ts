import type { Part } from '../../../src/domain/questionnaire/questionnaire.js';
import type { Role } from '../tables.js';

export const ROLES = ['prescriber', 'therapist', 'office'] as const satisfies readonly Role[];

/** Which parts of what a client sent each role may read. */
export const PARTS_OF: Readonly<Record<Role, readonly Part[]>> = {
  prescriber: ['medical', 'therapy', 'logistics'],
  therapist: ['therapy', 'logistics'],
  office: ['logistics'],
};
