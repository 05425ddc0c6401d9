import type { ConsentState } from '../../app/consent/state.js';
import type { CurrentConsent } from '../../domain/scheduling/needs.js';
import type { ConsentMessages } from '../../locale/messages.js';
import type { SignedEntry } from './signed.js';

/** What a host form hears of the consent: that it is signed, and which document; never what it says or who signed. */
export interface FormPart {
  readonly signed: readonly CurrentConsent[];
  /** Whether something that has to be signed still waits. */
  readonly isMissing: boolean;
}

/**
 * What stands signed on the screen, or is known to be.
 *
 * @param entries what this client has signed of the documents that this element asks for.
 */
export function formPart(
  state: ConsentState | undefined,
  entries: readonly SignedEntry[],
  isRequired: boolean,
): FormPart {
  if (state?.status !== 'signed' && state?.status !== 'nothing-to-sign')
    return { signed: [], isMissing: isRequired };
  const signed = entries.filter(({ status }) => status === 'signed' || status === 'outdated-minor');
  const isWaiting = state.status === 'signed' && state.hasNext;
  // A practice that asks for nothing keeps nobody from sending the form.
  const isOpen = signed.length < entries.length;
  return {
    signed: signed.map(({ id, version }) => ({ id, version })),
    isMissing: isRequired && (isWaiting || isOpen),
  };
}

/** The form's value: for each document `signed`, its id and its version, all under the element's name. */
function valueOf({ signed }: FormPart, name: string): FormData | null {
  if (signed.length === 0) return null;
  const data = new FormData();
  for (const { id, version } of signed) for (const entry of ['signed', id, version]) data.append(name, entry);
  return data;
}

/**
 * Tells the form.
 *
 * @param anchor what the browser leads to where a signature is missing.
 */
export function tellForm(
  internals: ElementInternals,
  part: FormPart,
  name: string,
  anchor: HTMLElement | null,
  t: ConsentMessages,
): void {
  internals.setFormValue(name === '' ? null : valueOf(part, name));
  if (part.isMissing) internals.setValidity({ valueMissing: true }, t.toBeSigned, anchor ?? undefined);
  else internals.setValidity({});
}
