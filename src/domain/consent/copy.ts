import type { Claimed } from './claimed.js';
import { signaturePath, signatureViewBox, visibleText } from './visible-text.js';

/** A line of text that a copy shows; `label` where it is marked as one (`data-label`). */
export interface ShownLine {
  readonly text: string;
  readonly label: string | undefined;
}

/** A drawing that a copy shows. */
export interface ShownDrawing {
  readonly viewBox: string;
  readonly path: string;
}

/** What somebody sees who opens a copy, as its reader found it. */
export interface ShownCopy {
  readonly lines: readonly ShownLine[];
  readonly drawings: readonly ShownDrawing[];
  /** What has no place in a copy, since it could hide, add or move text: elements, attributes, styles. */
  readonly strays: readonly string[];
}

export interface CopyFault {
  readonly code: 'text-shown-differs' | 'label-unknown' | 'drawing-shown-differs' | 'not-plain';
  /** What was found, or expected, first of it. */
  readonly detail: string;
}

const collapsed = (text: string): string => text.replace(/\s+/g, ' ').trim();

function textFault(claimed: Claimed, { lines }: ShownCopy): readonly CopyFault[] {
  const expected = visibleText(claimed.record, claimed)
    .map(collapsed)
    .filter((text) => text !== '');
  const shown = lines.filter(({ label }) => label === undefined).map(({ text }) => collapsed(text));
  const length = Math.max(expected.length, shown.length);
  for (let at = 0; at < length; at++)
    if (shown[at] !== expected[at])
      return [{ code: 'text-shown-differs', detail: shown[at] ?? expected[at] ?? '' }];
  return [];
}

function drawingFault({ record }: Claimed, { drawings }: ShownCopy): readonly CopyFault[] {
  const drawing =
    'signature' in record && record.signature.method === 'drawn' ? record.signature.drawing : undefined;
  const [shown, ...more] = drawings;
  const isRight = drawing
    ? shown?.path === signaturePath(drawing) && shown.viewBox === signatureViewBox(drawing)
    : shown === undefined;
  return isRight && more.length === 0 ? [] : [{ code: 'drawing-shown-differs', detail: shown?.path ?? '' }];
}

/**
 * Whether a client's copy shows what the record in it says: all of it, in order, and nothing else but labels.
 *
 * @param labels the words that may stand between, by the name that `data-label` gives them: a closed list, or a copy
 *   could say anything in a label.
 */
export function copyFaults(
  claimed: Claimed,
  shown: ShownCopy,
  labels: Readonly<Record<string, readonly string[]>>,
): readonly CopyFault[] {
  const unknown = shown.lines.filter(
    ({ label, text }) =>
      label !== undefined &&
      !(Object.hasOwn(labels, label) ? (labels[label] ?? []) : []).map(collapsed).includes(collapsed(text)),
  );
  return [
    ...textFault(claimed, shown),
    ...unknown.slice(0, 1).map(({ text }) => ({ code: 'label-unknown' as const, detail: text })),
    ...drawingFault(claimed, shown),
    ...shown.strays.slice(0, 1).map((detail) => ({ code: 'not-plain' as const, detail })),
  ];
}
