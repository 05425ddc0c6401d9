import type { Claimed } from '../../src/domain/consent/claimed.js';
import { COPY_DATA_ID, copyData } from '../../src/domain/consent/copy-data.js';
import { copyLines, signaturePath, signatureViewBox } from '../../src/domain/consent/visible-text.js';

const escaped = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');

/** A client's copy at its plainest: a line of the record in each paragraph, nothing between them. */
export function clientCopy({ record, recordDigest, receipt, reference, receivedAt }: Claimed): string {
  const lines = copyLines(record, { recordDigest, receivedAt, reference });
  const drawing =
    'signature' in record && record.signature.method === 'drawn' ? record.signature.drawing : undefined;
  return [
    '<!doctype html><html lang="en"><meta charset="utf-8"><style>body{font:17px/1.5 sans-serif}</style>',
    ...lines.map(({ text }) => `<p>${escaped(text)}</p>`),
    drawing && `<svg viewBox="${signatureViewBox(drawing)}"><path d="${signaturePath(drawing)}"/></svg>`,
    `<template id="${COPY_DATA_ID}">${escaped(copyData(record, recordDigest, receipt, reference, receivedAt))}</template>`,
    '</html>',
  ]
    .filter((part) => part !== undefined)
    .join('\n');
}
