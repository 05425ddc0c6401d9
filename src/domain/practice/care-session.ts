import * as z from 'zod/mini';

/** The exchange of a personal link's code for this browser's care token: the token travels as the bearer. */
export const careSessionRequest = z.object({ code: z.string().check(z.regex(/^[A-Za-z0-9_-]{16,128}$/)) });
