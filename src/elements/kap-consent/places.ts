import { choiceKey, type SigningProblem } from '../../domain/consent/signing.js';
import { fieldId } from '../views/field-props.js';

/** The names of what the signature asks, in this element's root. No block is called so: its id holds no underscore. */
export const SIGNATURE = { client: '_client', name: 'name', authority: '_authority', pad: '_pad' } as const;

/** Where a block's check is on the screen. */
export const checkPath = (block: string): string => `check-${block}`;

/** Stands for the signature where the ids of blocks do. */
export const SIGNATURE_PART = '_signature';

/** The id of a block's heading; of the signature's where none is named. */
export const partId = (block = SIGNATURE_PART): string => `${fieldId(block)}_part`;

/** The id of the passage that a block is on the screen. */
export const sectionId = (block = SIGNATURE_PART): string => `${fieldId(block)}_block`;

/** The id of the field that a problem is about. */
export function placeOf({ code, block = '', choice = '' }: SigningProblem): string {
  switch (code) {
    case 'no-client':
      return fieldId(SIGNATURE.client);
    case 'no-name':
      return fieldId(SIGNATURE.name);
    case 'no-authority':
      return fieldId(SIGNATURE.authority);
    case 'no-signature':
      return fieldId(SIGNATURE.pad);
    case 'check-open':
      return fieldId(checkPath(block));
    case 'choice-open':
      return fieldId(choiceKey(block, choice));
    case 'not-acknowledged':
      return fieldId(block);
  }
}
