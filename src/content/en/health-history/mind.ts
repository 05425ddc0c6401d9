import {
  askYesNo,
  chooseAny,
  chooseOne,
  tellMore,
  topic,
  whenChosen,
  whenListed,
  whenYes,
  write,
} from '../items.js';

export const mind = topic('mind', 'Your mental health', {
  hint: 'Some of these are hard questions. You never have to describe what happened to you. “I’d rather talk about it” is a full answer to any of them.',
  item: [
    chooseAny(
      'diagnoses',
      'Diagnoses',
      'Has anyone ever told you that you have one of these?',
      [
        ['schizophrenia', 'Schizophrenia or schizoaffective disorder'],
        ['bipolar', 'Bipolar disorder'],
        ['dissociative', 'A dissociative disorder'],
        ['personality', 'A personality disorder'],
        ['adhd', 'ADHD'],
        ['autism', 'Autism'],
        ['none', 'None of these'],
      ],
      { sensitive: true, hint: 'Choose all that fit.' },
    ),
    askYesNo(
      'unusual-experiences',
      'Heard or seen what others did not',
      'Have you ever heard, seen or strongly believed things that other people did not?',
      { why: 'Ketamine changes how the world seems for a while. For some people that needs extra care.' },
    ),
    chooseOne(
      'unusual-when',
      'When',
      'When was that?',
      [
        ['now', 'It is happening now, or did in the last weeks'],
        ['past', 'In the past'],
      ],
      { enableWhen: whenYes('unusual-experiences'), sensitive: true },
    ),
    askYesNo(
      'family-psychosis',
      'In the family',
      'Has a parent, brother, sister or child of yours had schizophrenia, psychosis or bipolar disorder?',
    ),
    askYesNo(
      'high-energy',
      'Very high energy, 2 weeks',
      'In the last 2 weeks, have you had lots of energy with little sleep, racing thoughts, or done risky things?',
    ),
    askYesNo('unreal', 'Feeling unreal', 'Do you often feel unreal, outside your body, or lose time?'),
    chooseOne(
      'trauma',
      'Trauma',
      'Have you lived through something that still weighs on you?',
      [
        ['yes', 'Yes'],
        ['no', 'No'],
      ],
      { sensitive: true, hint: 'Yes or no is enough. Nobody needs the details here.' },
    ),
    tellMore(
      'safety-wishes',
      'What helps you feel safe',
      'Is there anything that would help you feel safe in a session?',
    ),
  ],
});

export const substances = topic('substances', 'Alcohol, cannabis and other substances', {
  hint: 'Nobody here judges what you use. It matters because some mixes are not safe.',
  item: [
    chooseOne(
      'alcohol',
      'Alcohol',
      'How often do you drink alcohol?',
      [
        ['never', 'Never'],
        ['monthly', 'Once a month or less'],
        ['weekly', 'A few times a month, or every week'],
        ['most-days', 'Most days'],
      ],
      { sensitive: true },
    ),
    askYesNo(
      'alcohol-shakes',
      'Ill when stopping',
      'Have you ever felt ill or shaky, or had a seizure, when you stopped drinking?',
      {
        hint: 'If so, please don’t stop all at once. Talk with your prescriber first.',
        enableWhen: whenChosen('alcohol', 'weekly', 'most-days'),
        enableBehavior: 'any',
      },
    ),
    chooseAny(
      'used-year',
      'Used in the last 12 months',
      'In the last 12 months, have you used any of these?',
      [
        ['nicotine', 'Nicotine'],
        ['cannabis', 'Cannabis or CBD'],
        ['opioids', 'Opioids that were not prescribed to you'],
        ['sedatives', 'Calming pills that were not prescribed to you'],
        ['stimulants', 'Cocaine or meth'],
        ['mdma', 'MDMA'],
        ['psychedelics', 'Psychedelics, such as mushrooms or LSD'],
        ['ketamine', 'Ketamine, outside of treatment'],
        ['other', 'Something else'],
        ['none', 'None of these'],
      ],
      { sensitive: true, hint: 'Choose all that fit.' },
    ),
    write('used-more', 'How often, last time', 'How often, and when was the last time?', {
      enableWhen: whenListed('used-year'),
      maxLength: 1000,
    }),
    askYesNo(
      'ketamine-before',
      'Ketamine before',
      'Have you had ketamine or esketamine before, as treatment or otherwise?',
    ),
    tellMore('ketamine-before-more', 'How it went', 'When was it, and how did it go?', {
      enableWhen: whenYes('ketamine-before'),
    }),
    askYesNo(
      'lasting-changes',
      'Lasting changes after a psychedelic',
      'Has a psychedelic ever left you with lasting changes in what you see or feel?',
    ),
  ],
});
