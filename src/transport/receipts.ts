import type { VerifySignature } from '../domain/consent/receipt.js';

const P256 = { name: 'ECDSA', namedCurve: 'P-256', hash: 'SHA-256' } as const;

/** Checks the signature of a receipt with the browser's own cryptography. */
export const verifySignature: VerifySignature = async ({ kty, crv, x, y }, signed, signature) => {
  const { subtle } = crypto;
  try {
    const key = await subtle.importKey('jwk', { kty, crv, x, y }, P256, false, ['verify']);
    return await subtle.verify(P256, key, Uint8Array.from(signature), new TextEncoder().encode(signed));
  } catch {
    // Coordinates that are no point of the curve.
    return false;
  }
};
