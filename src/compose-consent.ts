// What the consent alone needs of the browser. Apart from compose.ts, so that nobody waits for it before the first question.
export { verifySignature } from './transport/receipts.js';
