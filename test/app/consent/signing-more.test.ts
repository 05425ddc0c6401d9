import { describe, expect, it } from 'vitest';
import type { ConsentDocument } from '../../../src/domain/consent/document.js';
import { shortConsent } from '../../support/consent-document.js';
import { openOf, readConsent, type OpenedConsent } from '../../support/open-consent.js';

const touch: ConsentDocument = {
  ...shortConsent,
  schema: 'kap/consent-document/2',
  blocks: [
    {
      id: 'touch',
      paragraphs: [],
      choices: [
        {
          id: 'hand',
          question: 'A hand on yours?',
          options: [
            { id: 'yes', text: 'Yes' },
            { id: 'no', text: 'No' },
          ],
        },
      ],
    },
  ],
};

const drawing = { width: 300, height: 150, strokes: [[[1, 2]], [[3, 4]]] };

const open = () => readConsent({ documents: [touch] });

const problems = ({ consent: { state } }: OpenedConsent) =>
  state.status === 'reading' ? state.problems.map(({ code }) => code) : state.status;

const decided = (option: string) =>
  ({ type: 'decide', block: 'touch', choice: 'hand', option, at: 'now' }) as const;

describe('a choice', () => {
  it('has to be made, and either answer is as good', async () => {
    for (const option of ['yes', 'no']) {
      const opened = await open();
      opened.does({ type: 'name', name: 'Ana' }, { type: 'sign' });
      expect(problems(opened)).toEqual(['choice-open']);
      opened.does(decided(option), { type: 'sign' });
      expect(opened.consent.state.status).toBe('sending');
    }
  });

  it('is kept with its instant, the last one that was made', async () => {
    const opened = await open();
    opened.does(decided('yes'), { ...decided('no'), at: 'later' });
    expect([...openOf(opened.consent).signing.choices]).toEqual([
      ['touch/hand', { option: 'no', at: 'later' }],
    ]);
  });
});

describe('somebody who signs for somebody else', () => {
  it('says whom, and by what right', async () => {
    const opened = await open();
    opened.does(decided('no'), { type: 'represent', representing: {} }, { type: 'sign' });
    expect(problems(opened)).toEqual(['no-client', 'no-name', 'no-authority']);
    opened.does(
      { type: 'represent', representing: { client: 'Bo Okafor' } },
      { type: 'represent', representing: { authority: 'Guardian' } },
      { type: 'name', name: 'Ana Okafor' },
    );
    expect(openOf(opened.consent).signing.representing).toEqual({
      client: 'Bo Okafor',
      authority: 'Guardian',
    });
    opened.does({ type: 'sign' });
    expect(opened.consent.state.status).toBe('sending');
  });

  it('finds what they wrote again after signing for themselves for a moment', async () => {
    const opened = await open();
    const representing = { client: 'Bo Okafor', authority: 'Guardian' };
    opened.does({ type: 'represent', representing }, { type: 'represent', representing: undefined });
    expect(openOf(opened.consent).signing.representing).toBe(undefined);
    opened.does({ type: 'represent', representing: {} });
    expect(openOf(opened.consent).signing.representing).toEqual(representing);
  });
});

describe('a drawn signature', () => {
  it('is needed where drawing is chosen, and kept while a name is typed', async () => {
    const opened = await open();
    const { does } = opened;
    does(decided('no'), { type: 'name', name: 'Ana' }, { type: 'method', method: 'drawn' }, { type: 'sign' });
    expect(problems(opened)).toEqual(['no-signature']);
    does({ type: 'draw', drawing }, { type: 'method', method: 'typed' });
    expect(openOf(opened.consent).signing).toMatchObject({ method: 'typed', drawing });
    does({ type: 'method', method: 'drawn' }, { type: 'sign' });
    expect(opened.consent.state.status).toBe('sending');
  });

  it('can be taken back line by line, or cleared', async () => {
    const opened = await open();
    const strokes = () => openOf(opened.consent).signing.drawing?.strokes;
    opened.does({ type: 'draw', drawing }, { type: 'take-back' });
    expect(strokes()).toEqual([[[1, 2]]]);
    opened.does({ type: 'take-back' }, { type: 'take-back' });
    expect(strokes()).toBe(undefined);
    opened.does({ type: 'draw', drawing }, { type: 'draw', drawing: undefined });
    expect(strokes()).toBe(undefined);
  });
});
