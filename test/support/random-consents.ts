import type { ConsentBlock, ConsentDocument } from '../../src/domain/consent/document.js';
import type { ConsentRecord, ConsentRecord2, Drawing } from '../../src/domain/consent/record.js';
import { beginSigning, choiceKey, recordOf, type Signing } from '../../src/domain/consent/signing.js';
import { digestOf } from './consent.js';
import { oneOf, seeded } from './seeded.js';

const WORDS = [
  'ketamine',
  'drive',
  '“rest”',
  'é',
  '日本',
  '😀',
  '<b>',
  '&amp;',
  'two  spaces',
  "don't",
  '12',
  '\u00a0',
];
const AT = ['2026-03-08T09:59:59.999Z', '2026-11-01T08:30:00Z', '2026-11-22T19:57:00.000Z'];

const upTo = (most: number, draw: () => number): number => Math.floor(draw() * (most + 1));
const many = <T>(count: number, make: (index: number) => T): T[] =>
  Array.from({ length: count }, (_, i) => make(i));

const words = (draw: () => number): string =>
  many(1 + upTo(6, draw), () => oneOf(WORDS, draw))
    .join(' ')
    .trim() || 'a';

function randomBlock(index: number, draw: () => number): ConsentBlock {
  const options = (prefix: string) =>
    many(2 + upTo(2, draw), (at) => ({ id: `${prefix}-${at}`, text: words(draw) }));
  return {
    id: `block-${index}`,
    paragraphs: many(upTo(3, draw), () => words(draw)),
    ...(draw() < 0.7 && { heading: words(draw) }),
    ...(draw() < 0.3 && { list: many(1 + upTo(3, draw), () => words(draw)) }),
    ...(draw() < 0.5 && { acknowledgement: words(draw) }),
    ...(draw() < 0.4 && {
      choices: many(1 + upTo(1, draw), (at) => ({
        id: `choice-${at}`,
        question: words(draw),
        options: options('o'),
      })),
    }),
    ...(draw() < 0.3 && {
      check: {
        question: words(draw),
        answers: options('a').map((answer, at) => ({ ...answer, right: at === 0 })),
        explanation: words(draw),
      },
    }),
    ...(draw() < 0.3 && {
      sources: [{ claim: words(draw), source: words(draw), year: 2019, count: 346, comparison: words(draw) }],
    }),
  };
}

/** A document of the second version that asks for this and that. */
export const randomDocument = (draw: () => number): ConsentDocument => ({
  schema: 'kap/consent-document/2',
  id: 'random',
  version: `2026-${upTo(99, draw)}`,
  locale: oneOf(['en', 'es-US'], draw),
  title: words(draw),
  change: oneOf(['minor', 'material'] as const, draw),
  ...(draw() < 0.3 && { purpose: oneOf(['treatment', 'electronic-records'] as const, draw) }),
  ...(draw() < 0.3 && { terms: [{ term: words(draw), meaning: words(draw) }] }),
  blocks: many(1 + upTo(6, draw), (index) => randomBlock(index, draw)),
});

function randomDrawing(draw: () => number): Drawing {
  const number = () => Math.round(draw() * 30_000) / 100;
  return {
    width: 300,
    height: 120.5,
    strokes: many(1 + upTo(3, draw), () => many(1 + upTo(8, draw), () => [number(), number()])),
  };
}

/** A document as somebody signs it who does all that it asks, in one of the ways there are. */
function randomSigning(document: ConsentDocument, draw: () => number): Signing {
  const at = () => oneOf(AT, draw);
  const name = words(draw);
  const isFor = draw() < 0.3;
  return {
    ...beginSigning(document, at(), draw() < 0.3 ? digestOf(name) : undefined),
    acknowledged: new Map(document.blocks.map(({ id }) => [id, at()])),
    choices: new Map(
      document.blocks.flatMap(({ id, choices = [] }) =>
        choices.map((choice) => [
          choiceKey(id, choice.id),
          { option: oneOf(choice.options, draw).id, at: at() },
        ]),
      ),
    ),
    answers: new Map(
      document.blocks.flatMap(({ id, check }) =>
        check ? [[id, draw() < 0.5 ? ['a-0'] : ['a-1', oneOf(['a-0', 'a-1'], draw)]] as const] : [],
      ),
    ),
    together: new Set(document.blocks.flatMap(({ id }) => (draw() < 0.5 ? [id] : []))),
    name,
    representing: isFor ? { authority: words(draw), client: words(draw) } : undefined,
    method: draw() < 0.5 ? 'typed' : 'drawn',
    drawing: randomDrawing(draw),
  };
}

/** A record that is right in every respect, the same for the same seed. */
export function randomRecord(seed: number): ConsentRecord2 {
  const draw = seeded(seed);
  const document = randomDocument(draw);
  return recordOf(randomSigning(document, draw), {
    practice: 'stillwater',
    textDigest: digestOf(document),
    timeZone: oneOf(['America/Los_Angeles', 'Asia/Kathmandu', 'UTC'], draw),
    widget: { version: '0.1.0', build: 'test' },
    disclosures: draw() < 0.5 ? [{ id: 'electronic-records', version: '1' }] : [],
    signedAt: oneOf(AT, draw),
    statement: words(draw),
  });
}

/** The same as a client signed it before there were choices, drawings and representatives. */
export function asFirstVersion(record: ConsentRecord2): ConsentRecord {
  const { choices: _, disclosures: __, supersedes: ___, signer, signature, ...common } = record;
  const blocks = common.document.blocks.map(({ choices: ____, ...block }) => block);
  const document = { ...common.document, blocks };
  const { name } = signer;
  return {
    ...common,
    schema: 'kap/consent-record/1',
    document,
    textDigest: digestOf(document),
    signer: { name, role: 'self' },
    signature: { method: 'typed', value: name, statement: signature.statement, at: signature.at },
  };
}
