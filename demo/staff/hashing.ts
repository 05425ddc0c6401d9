import type { VerifySignature } from '../../src/domain/consent/receipt.js';
import type { VerdictPorts } from '../../src/domain/consent/verdict.js';

/** SHA-256 of a text's UTF-8 bytes in lower-case hex, by the browser's own means. */
async function sha256(text: string): Promise<string> {
  const digest = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(text));
  return Array.from(new Uint8Array(digest), (byte) => byte.toString(16).padStart(2, '0')).join('');
}

/** Whether a key made a signature; a key that is no point of the curve made none. */
const verifySignature: VerifySignature = async ({ kty, crv, x, y }, signed, signature) => {
  const curve = { name: 'ECDSA', namedCurve: 'P-256' };
  try {
    const key = await crypto.subtle.importKey('jwk', { kty, crv, x, y }, curve, false, ['verify']);
    const bytes = new TextEncoder().encode(signed);
    const how = { name: 'ECDSA', hash: 'SHA-256' };
    return await crypto.subtle.verify(how, key, new Uint8Array(signature), bytes);
  } catch (error) {
    if (error instanceof DOMException) return false;
    throw error;
  }
};

/** What records and receipts are checked with. */
export const checks: VerdictPorts = { sha256, verifySignature };

/** Browsers hash on https and on localhost alone; elsewhere nothing can be checked. */
export const browserChecks = (): VerdictPorts | undefined => (window.isSecureContext ? checks : undefined);
