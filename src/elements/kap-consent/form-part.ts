import type { ConsentState } from '../../app/consent/state.js';
import type { ConsentMessages } from '../../locale/messages.js';
import type { FormPart } from '../form-element.js';
import type { SignedEntry } from './signed.js';

/**
 * What stands signed on the screen, or is known to be. A form hears which document, and never what it says or who signed.
 *
 * @param entries what this client has signed of the documents that this element asks for.
 */
export function formPart(
  state: ConsentState | undefined,
  entries: readonly SignedEntry[],
  isRequired: boolean,
  t: ConsentMessages,
): FormPart {
  const missing = (isMissing: boolean) => (isRequired && isMissing ? t.toBeSigned : undefined);
  if (state?.status !== 'signed' && state?.status !== 'nothing-to-sign')
    return { entries: [], missing: missing(true) };
  const signed = entries.filter(({ status }) => status === 'signed' || status === 'outdated-minor');
  const isWaiting = state.status === 'signed' && state.hasNext;
  // A practice that asks for nothing keeps nobody from sending the form.
  const isOpen = signed.length < entries.length;
  return {
    entries: signed.flatMap(({ id, version }) => ['signed', id, version]),
    missing: missing(isWaiting || isOpen),
  };
}
