import { describe, expect, it } from 'vitest';
import { ketamineTherapyConsent } from '../../src/content/en/consents/index.js';
import type { ConsentBlock } from '../../src/domain/consent/document.js';
import { textsOf } from '../support/consent-texts.js';

const { blocks } = ketamineTherapyConsent;
const PARTS = ['touch', 'recording', 'telehealth', 'home', 'sharing'];
const withoutParts = blocks.filter(({ part }) => part === undefined);

interface Element {
  readonly what: string;
  readonly blocks: readonly string[];
  /** The block in which the client acknowledges it on its own, where they have to. */
  readonly acknowledged?: string;
  /** What must be said about it. */
  readonly says: RegExp;
  /** The part that it belongs to; it goes where that is left out. */
  readonly part?: string;
}

/** What a consent to ketamine-assisted psychotherapy has to hold. */
const elements: readonly Element[] = [
  {
    what: 'who treats, prescribes, is present and can be called',
    blocks: ['who-treats-you'],
    says: /therapist.*prescriber.*\{\{present\}\}.*\{\{phone\}\}/,
  },
  {
    what: 'what ketamine is, how it is taken, what a session is like, who decides the dose',
    blocks: ['the-medicine'],
    says: /\{\{how-taken\}\}.*decides the dose, and starts low.*dissociation/,
  },
  {
    what: 'off-label use',
    blocks: ['off-label'],
    acknowledged: 'off-label',
    says: /as an injection, for anesthesia.*no lozenge.*off-label.*compounded.*esketamine/,
  },
  {
    what: 'Schedule III',
    blocks: ['controlled'],
    acknowledged: 'controlled',
    says: /Schedule III.*misuse.*database.*never share, sell/,
  },
  {
    what: 'benefits without a promise',
    blocks: ['benefits'],
    says: /can’t promise.*no change.*worse.*fades.*no success rates/,
  },
  {
    what: 'common effects with numbers',
    blocks: ['common-effects'],
    acknowledged: 'common-effects',
    says: /different form of the medicine.*in clinics.*dissociation.*41/,
  },
  {
    what: 'serious and longer risks',
    blocks: ['risks'],
    acknowledged: 'risks',
    says: /blood pressure.*faint or fall.*breathing.*lungs.*frightened.*mania.*psychosis.*suicide.*allergic.*bladder.*liver.*bile.*memory.*depend.*Not all that long use does is known/,
  },
  {
    what: 'who should not take it, what to tell, pregnancy and breastfeeding',
    blocks: ['tell-us'],
    acknowledged: 'tell-us',
    says: /not for everybody.*aneurysm.*unborn.*breastfeed.*pregnant/,
  },
  {
    what: 'medicines, alcohol, cannabis',
    blocks: ['mixing'],
    says: /do not stop or change a medicine on your own.*No alcohol, no cannabis/,
  },
  {
    what: 'alternatives, no treatment included',
    blocks: ['other-ways'],
    acknowledged: 'other-ways',
    says: /Other medicines.*Psychotherapy.*Esketamine.*TMS.*ECT.*how you live.*No treatment/,
  },
  { what: 'fasting', blocks: ['fasting'], says: /\{\{fasting-food\}\}.*\{\{fasting-drink\}\}/ },
  {
    what: 'no driving, machines, big decisions or childcare until the next day',
    blocks: ['the-day'],
    acknowledged: 'the-day',
    says: /until the next day, after a night’s sleep.*drive.*machines.*decide.*children/i,
  },
  {
    what: 'an escort, and staying until it is safe',
    blocks: ['going-home'],
    acknowledged: 'going-home',
    says: /adult you trust takes you home.*\{\{stay-at-least\}\}/,
  },
  {
    what: 'monitoring',
    blocks: ['watching'],
    says: /blood pressure, your pulse and the oxygen.*\{\{monitoring-person\}\}.*\{\{blood-pressure-plan\}\}/,
  },
  {
    what: 'refusing and stopping, and what cannot be undone',
    blocks: ['stopping'],
    acknowledged: 'stopping',
    says: /at any time.*You owe nobody a reason.*nobody can take it back out.*asked to stay/,
  },
  {
    what: 'touch',
    blocks: ['touch'],
    acknowledged: 'touch',
    part: 'touch',
    says: /Only if you have said yes.*again before each session.*hard to speak.*more touch.*never sexual.*about to fall/,
  },
  {
    what: 'recordings, photos, observers',
    blocks: ['recording'],
    acknowledged: 'recording',
    part: 'recording',
    says: /Nothing is recorded.*A no changes nothing about your care.*photos.*room/,
  },
  {
    what: 'confidentiality and its limits',
    blocks: ['privacy'],
    acknowledged: 'privacy',
    says: /share with each other.*group.*danger.*child.*elder.*emergency care.*court.*pays.*oversees/,
  },
  {
    what: 'telehealth',
    blocks: ['telehealth'],
    acknowledged: 'telehealth',
    part: 'telehealth',
    says: /may fail.*listen in.*where you are and who is with you.*emergency.*licenses.*in person/,
  },
  {
    what: 'emergencies',
    blocks: ['emergencies'],
    acknowledged: 'emergencies',
    says: /not a crisis service.*\{\{hours\}\}.*\{\{after-hours\}\}.*911.*988.*Call us soon/,
  },
  {
    what: 'supply at home',
    blocks: ['home-supply'],
    acknowledged: 'home-supply',
    part: 'home',
    says: /Lock.*label.*Count.*days that are booked.*Never take more.*adult you trust.*drive.*lost or stolen.*left over/,
  },
  {
    what: 'fees, cancelling, refunds, pharmacy, insurance, estimate',
    blocks: ['fees'],
    acknowledged: 'fees',
    says: /\{\{fees\}\}.*\{\{cost-estimate\}\}.*\{\{cancellation\}\}.*\{\{not-prescribed\}\}.*\{\{pharmacy-cost\}\}.*\{\{insurance\}\}/,
  },
  {
    what: 'use of data, research by a yes of its own, no advertising',
    blocks: ['your-data', 'research'],
    acknowledged: 'your-data',
    says: /\{\{data-storage\}\}.*\{\{records-kept\}\}.*never use it for advertising.*de-identified/,
  },
  {
    what: 'capacity, language, questions answered',
    blocks: ['questions'],
    acknowledged: 'questions',
    says: /read this aloud.*\{\{language-help\}\}.*clear head.*pushes you.*questions have been answered/,
  },
  {
    what: 'term, and what asks for a new consent',
    blocks: ['how-long'],
    says: /\{\{consent-term\}\}.*dose.*new illness or a new medicine.*pregnant.*text changes/,
  },
  {
    what: 'complaints, licenses, privacy notice',
    blocks: ['complaints'],
    says: /\{\{complaints\}\}.*\{\{licenses\}\}.*\{\{privacy-notice\}\}/,
  },
];

const named = (ids: readonly string[]): readonly ConsentBlock[] =>
  blocks.filter(({ id }) => ids.includes(id));

describe('the consent to ketamine-assisted psychotherapy', () => {
  it('is held against 26 elements', () => {
    expect(elements).toHaveLength(26);
  });

  it.each(elements)('has a block about $what', ({ blocks: ids, says }) => {
    expect(named(ids).map(({ id }) => id)).toEqual(ids);
    expect(named(ids).flatMap(textsOf).join(' ')).toMatch(says);
  });

  it('has acknowledged on their own the elements that need it, and nothing else', () => {
    const asked = blocks.filter(({ acknowledgement }) => acknowledgement !== undefined);
    const needed = elements.flatMap(({ acknowledged = [] }) => acknowledged);
    expect(asked.map(({ id }) => id).toSorted()).toEqual(needed.toSorted());
    expect(needed).toHaveLength(18);
  });

  it('can do without touch, recordings, telehealth, home supply and sharing for research, and nothing else', () => {
    expect(new Set(blocks.flatMap(({ part = [] }) => part))).toEqual(new Set(PARTS));
  });

  it('keeps every other element where all parts are left out', () => {
    const kept = new Set(withoutParts.map(({ id }) => id));
    const lost = elements.filter(({ blocks: ids }) => !ids.some((id) => kept.has(id)));
    expect(lost.flatMap(({ part = [] }) => part)).toEqual(['touch', 'recording', 'telehealth', 'home']);
    expect(lost).toHaveLength(4);
  });

  it('asks back six to eight times, and at least five times where all parts are left out', () => {
    const checksIn = (some: readonly ConsentBlock[]) =>
      some.filter(({ check }) => check !== undefined).length;
    expect(checksIn(blocks)).toBeGreaterThanOrEqual(6);
    expect(checksIn(blocks)).toBeLessThanOrEqual(8);
    expect(checksIn(withoutParts)).toBeGreaterThanOrEqual(5);
  });

  it.each(['off-label', 'tell-us', 'the-day', 'going-home', 'stopping', 'emergencies', 'home-supply'])(
    'asks back about “%s”',
    (id) => {
      expect(blocks.find((block) => block.id === id)?.check).toBeDefined();
    },
  );
});

describe('a choice', () => {
  const choices = blocks.flatMap(({ part, choices: asked = [] }) =>
    asked.map((choice) => ({ ...choice, part })),
  );

  it('is asked about each kind of touch, each kind of recording, observers, and research', () => {
    expect(choices.map(({ id }) => id)).toEqual([
      'hand',
      'shoulder',
      'grounding',
      'sound',
      'video',
      'photos',
      'observers',
      'research',
    ]);
  });

  it.each(choices)('can be refused as easily as granted: $id', ({ options }) => {
    expect(options.map(({ id }) => id)).toEqual(['no', 'yes']);
    expect(options.map(({ text }) => text)).toEqual(['No', 'Yes']);
  });

  it('belongs to a part, so that nobody is asked about what the practice does not do', () => {
    expect(choices.filter(({ part }) => part === undefined)).toEqual([]);
  });

  it.each(['touch', 'recording', 'research'])('costs nothing to refuse, and says so: %s', (id) => {
    expect(named([id]).flatMap(textsOf).join(' ')).toMatch(
      /A no (costs you nothing|changes nothing about your care)/,
    );
  });

  it('is not made by an acknowledgement: whoever says no to everything can tick them all', () => {
    const ticked = named(['touch', 'recording']).flatMap(({ acknowledgement = [] }) => acknowledgement);
    expect(ticked.filter((sentence) => !/\bunless I (say|have said) yes\b/.test(sentence))).toEqual([]);
  });
});
