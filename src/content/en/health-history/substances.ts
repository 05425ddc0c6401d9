import {
  FOR_MIXES,
  ask,
  askYesNo,
  checkList,
  chooseAny,
  chooseOne,
  howIsIt,
  ifAny,
  lastTimeOf,
  tellMore,
  TIMES,
  topic,
  whenListed,
  withMore,
  type FollowUp,
} from '../items.js';

const lastUse = lastTimeOf([
  ['most-days', 'I use it most days'],
  ['within-week', 'In the last week'],
  ...TIMES,
]);

const howUsed = ask('how do you take it, and on how many days a month?');

const lastingChanges: FollowUp = (code) =>
  askYesNo(`${code}-lasting`, 'Has it changed what you see for good, or come back later?');

export const substances = topic('substances', 'Alcohol, cannabis and other substances', {
  why: FOR_MIXES,
  hint: 'Nobody here judges what you use. It matters because some mixes are not safe.',
  item: [
    chooseOne(
      'alcohol',
      'How often do you drink alcohol?',
      [
        'Never',
        ['monthly', 'Once a month or less'],
        ['weekly', 'A few times a month, or every week'],
        'Most days',
      ],
      { sensitive: true },
    ),
    chooseOne(
      'alcohol-amount',
      'On a day when you drink, how many drinks do you have?',
      [
        ['few', '1 or 2'],
        ['some', '3 or 4'],
        ['many', '5 or more'],
      ],
      {
        sensitive: true,
        ...ifAny('alcohol', 'monthly', 'weekly', 'most-days'),
      },
    ),
    askYesNo(
      'alcohol-shakes',
      'Have you ever felt ill or shaky, or had a seizure, when you stopped drinking?',
      {
        hint: 'If so, please don’t stop all at once. Talk with your prescriber first.',
        ...ifAny('alcohol', 'weekly', 'most-days'),
      },
    ),
    ...checkList(
      'used',
      'Have you ever used any of these?',
      [
        ['Nicotine', lastUse, howUsed],
        ['cannabis', 'Cannabis or CBD', lastUse, howUsed],
        ['Opioids, not prescribed to you', lastUse, howUsed],
        ['sedatives', 'Calming pills, not prescribed to you', lastUse, howUsed],
        ['Cocaine', lastUse, howUsed],
        ['meth', 'Meth or other speed', lastUse, howUsed],
        ['MDMA', lastUse, howUsed],
        [
          'Psychedelics, such as mushrooms or LSD',
          lastUse,
          lastingChanges,
          ask('did you ever have a hard time with it?'),
        ],
        ['Ketamine, outside of treatment', lastUse, howUsed],
        ['dxm', 'PCP or DXM', lastUse, howUsed],
        ['GHB', lastUse, howUsed],
        ['inhalants', 'Things you breathe in, such as glue or gas', lastUse, howUsed],
        ['Kratom', lastUse, howUsed],
        ['other', 'Something else', lastUse, howUsed],
      ],
      {},
      'used-',
    ),
    ...checkList('use-troubles', 'Has alcohol or a drug ever brought you any of these?', [
      ['control-now', 'I find it hard to stop now', ask('what is it, and how is it now?')],
      ['control-past', 'I found it hard to stop in the past', howIsIt],
      ['overdose', 'An overdose', howIsIt],
      ['withdrawal', 'Seizures, shakes or confusion after I stopped', howIsIt],
      ['program', 'I am in treatment or a recovery group now', ask('which one?')],
    ]),
    ...withMore(
      askYesNo('ketamine-before', 'Have you had ketamine or esketamine before, as treatment or otherwise?'),
      chooseAny(
        'ketamine-before-how',
        'How did you have it?',
        [
          ['treatment', 'As treatment for mood or pain'],
          ['surgery', 'For surgery or in an emergency'],
          ['own', 'On my own'],
        ],
        { sensitive: true },
      ),
      chooseOne('ketamine-before-when', 'When was the last time?', TIMES, { sensitive: true }),
      chooseOne(
        'ketamine-before-bad',
        'How did it go?',
        [
          ['well', 'Mostly well'],
          ['mixed', 'Well and badly'],
          ['bad', 'Badly'],
        ],
        { short: 'How it went', sensitive: true },
      ),
      tellMore('ketamine-before-more', 'Which form and dose, how many times, and what was it like?'),
    ),
    tellMore('keep-private', 'Is there anything here that we should not tell your therapist?', {
      enableWhen: whenListed('used'),
    }),
  ],
});
