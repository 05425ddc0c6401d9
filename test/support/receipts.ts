import { webcrypto } from 'node:crypto';
import { base64url } from '../../src/domain/base64.js';
import {
  receiptToSign,
  type Receipt,
  type ReceiptKey,
  type ReceiptKeys,
} from '../../src/domain/consent/receipt.js';

const P256 = { name: 'ECDSA', namedCurve: 'P-256', hash: 'SHA-256' } as const;

/** A practice's key for receipts, as its endpoint holds it. */
export interface Signer {
  readonly keys: ReceiptKeys;
  /** Signs a receipt as the endpoint would. */
  sign(receipt: Receipt): Promise<string>;
}

export async function newSigner(kid: string): Promise<Signer> {
  const { publicKey, privateKey } = await webcrypto.subtle.generateKey(P256, true, ['sign', 'verify']);
  const jwk = await webcrypto.subtle.exportKey('jwk', publicKey);
  const { x = '', y = '' } = jwk;
  const key: ReceiptKey = { kty: 'EC', crv: 'P-256', x, y, kid };
  return {
    keys: { keys: [key] },
    async sign(receipt) {
      const signed = receiptToSign(kid, receipt);
      const signature = await webcrypto.subtle.sign(P256, privateKey, Buffer.from(signed));
      return `${signed}.${base64url([...new Uint8Array(signature)])}`;
    },
  };
}
