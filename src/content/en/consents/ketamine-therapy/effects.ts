import type { ConsentBlock, ConsentSource } from '../../../../domain/consent/document.js';

/** Of 100 people in each group, how many had an effect. */
interface CommonEffect {
  readonly effect: string;
  readonly withIt: number;
  readonly without: number;
}

const commonEffects: readonly CommonEffect[] = [
  { effect: 'Feeling cut off from your body or from the room (dissociation)', withIt: 41, without: 9 },
  { effect: 'Feeling dizzy', withIt: 29, without: 8 },
  { effect: 'Feeling sick to your stomach', withIt: 28, without: 9 },
  { effect: 'Feeling very sleepy', withIt: 23, without: 9 },
  { effect: 'Feeling that the room spins', withIt: 23, without: 3 },
  { effect: 'A headache', withIt: 20, without: 17 },
  { effect: 'An odd taste in the mouth', withIt: 19, without: 14 },
  { effect: 'Feeling numb', withIt: 18, without: 2 },
  { effect: 'Feeling anxious', withIt: 13, without: 6 },
  { effect: 'Higher blood pressure', withIt: 10, without: 3 },
  { effect: 'Throwing up', withIt: 9, without: 2 },
  { effect: 'Trouble falling or staying asleep', withIt: 8, without: 7 },
];

/** The label's table of short trials: 346 people with esketamine, 222 with placebo, all with an antidepressant. */
const fromSprayTrials = ({ effect, withIt, without }: CommonEffect): ConsentSource => ({
  claim: `${effect}: ${withIt} of 100 people with esketamine, ${without} of 100 without.`,
  source: 'Spravato (esketamine nasal spray), prescribing information and the maker’s site for clinicians',
  year: 2025,
  count: 568,
  comparison:
    '346 people with esketamine, against 222 with a spray that held no medicine; all took an antidepressant as well; short trials.',
});

/** What it may do: what is hoped for, what is common, what is serious, and what else there is. */
export const effects: readonly ConsentBlock[] = [
  {
    id: 'benefits',
    heading: 'Will it help?',
    paragraphs: [
      'We hope so, but we can’t promise it. Some people feel better, some notice no change, and a few feel worse. When it helps, the effect often fades. Then you may need more sessions, or some other care.',
      'Most studies gave ketamine through a vein and without therapy. They tell us only so much about what we do here, so we quote no success rates.',
    ],
  },
  {
    id: 'other-ways',
    heading: 'What else could help?',
    paragraphs: [
      'There are other ways to be helped. Each has its own good and bad sides, and we are glad to talk them through with you:',
    ],
    list: [
      'Other medicines for depression or anxiety, alone or together.',
      'Psychotherapy by itself.',
      'Esketamine nasal spray, in a certified clinic.',
      'Magnetic stimulation of the brain (TMS).',
      'A brief electric current to the brain while you sleep (ECT).',
      'Changes in how you live, such as sleep and movement.',
      'No treatment for now.',
    ],
    acknowledgement: 'I know that this may not help me, and that there are other ways to be helped.',
  },
  {
    id: 'common-effects',
    heading: 'What do many people feel on the day?',
    paragraphs: [
      'These numbers are from a different form of the medicine: esketamine nasal spray, given in clinics. What we use is not the same, so take them as a rough guide.',
      'Each line has two numbers. The first says how many of 100 people had this with esketamine. The second says how many of 100 had it with a spray that held no medicine. Both groups took an antidepressant as well.',
    ],
    list: commonEffects.map(({ effect, withIt, without }) => `${effect}: ${withIt}, and ${without} without.`),
    acknowledgement:
      'I know what many people feel on the day, and that the numbers are from a different form of the medicine.',
    sources: commonEffects.map(fromSprayTrials),
  },
  {
    id: 'risks',
    heading: 'What can go wrong?',
    paragraphs: [
      'Some risks are serious, or build up over time. We can’t know beforehand whom they will reach. We look out for them with you.',
      'In clinics that gave ketamine through a vein, about 8 of 100 people were more depressed after the first course, and 6 of 100 thought more about suicide. There was no other group to compare them with. So please tell us soon when you feel worse. It is no failure of yours.',
    ],
    list: [
      'Your blood pressure and your pulse may rise so far that it needs care. You may faint or fall.',
      'Your breathing may slow down. If you throw up, some of it may get into your lungs.',
      'You may get very frightened or confused, or meet a memory that hurts.',
      'It may set off mania (far too much energy) or psychosis (losing touch with what is real).',
      'Your mood may turn darker in the days after. Thoughts of suicide may come, or get stronger, above all in young adults.',
      'You may be allergic to it.',
      'With repeated use it can harm the bladder, the liver and the bile ducts, and it can affect memory and attention.',
      'You may come to depend on it.',
      'Not all that long use does is known.',
    ],
    acknowledgement:
      'I know that there are serious risks, for the mind and the body, and that not every risk of long use is known.',
    sources: [
      {
        claim: 'About 8 of 100 people (8.4 percent) were more depressed after the first course.',
        source: 'McInnes and others, Journal of Affective Disorders',
        year: 2022,
        count: 537,
        comparison: 'Compared with nobody: records of clinics that gave ketamine through a vein.',
        url: 'https://doi.org/10.1016/j.jad.2021.12.097',
      },
      {
        claim: '6 of 100 people (6.0 percent) thought more about suicide after the first course.',
        source: 'McInnes and others, Journal of Affective Disorders',
        year: 2022,
        count: 537,
        comparison: 'Compared with nobody: records of clinics that gave ketamine through a vein.',
        url: 'https://doi.org/10.1016/j.jad.2021.12.097',
      },
    ],
  },
];
