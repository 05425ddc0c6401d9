import { submission, type Submission } from '../../../src/domain/submission/envelope.js';

/** A submission as it was received; it was checked then. */
export const readStored = (body: Buffer): Submission => submission.parse(JSON.parse(body.toString('utf8')));
