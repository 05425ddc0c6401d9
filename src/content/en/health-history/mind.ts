import { ask, askYesNo, checkList, chooseOne, howBad, howIsIt, tellMore, topic, withMore } from '../items.js';

export const mind = topic('mind', 'Your mental health', {
  why: 'Ketamine changes how the world seems for a while. For some people that needs extra care.',
  hint: 'Ketamine changes how the world seems for a while. For some people that needs extra care. “I’d rather talk about it” is a full answer to any of these.',
  item: [
    ...checkList('diagnoses', 'Has anyone ever told you that you have one of these?', [
      ['Schizophrenia, schizoaffective or delusional disorder', howIsIt],
      ['bipolar', 'Bipolar disorder', ask('which type, when was your last high, and what do you take?')],
      ['dissociative', 'A dissociative disorder', howBad],
      ['personality', 'A personality disorder', howBad],
      ['eating-disorder', 'An eating disorder', howBad],
      'OCD',
      'ADHD',
      'Autism',
    ]),
    ...withMore(
      askYesNo(
        'unusual-experiences',
        'Have you ever heard, seen or strongly believed things that other people did not?',
      ),
      chooseOne(
        'unusual-when',
        'When was that?',
        [
          ['now', 'It is happening now, or did in the last weeks'],
          ['past', 'In the past'],
        ],
        { sensitive: true },
      ),
      tellMore('unusual-more', 'What was the cause, and what helped?', {
        hint: 'For example: a drug, no sleep, or after a birth.',
      }),
    ),
    ...withMore(
      askYesNo(
        'family-psychosis',
        'Has a parent, brother, sister or child of yours had schizophrenia, psychosis or bipolar disorder?',
      ),
      tellMore('family-psychosis-more', 'Who was it, and what did they have?'),
    ),
    ...withMore(
      askYesNo(
        'high-energy',
        'In the last 2 weeks, have you had lots of energy with little sleep, racing thoughts, or done risky things?',
        { short: 'Very high energy, 2 weeks' },
      ),
      tellMore('high-energy-more', 'How has that been?'),
    ),
    ...checkList(
      'mind-signs',
      'Do any of these fit you?',
      [
        ['past-highs', 'Times of high energy in the past, with little sleep', howIsIt],
        ['unreal', 'I often feel unreal or outside my body, or lose time', howBad],
        ['confused', 'I was suddenly very confused in the last months', howIsIt],
        ['frozen', 'I could not move or speak in the last months', howIsIt],
        ['eating', 'I eat very little, eat too much at once, or throw up on purpose', howBad],
        ['panic', 'I get panic, or feel bad in small spaces'],
        ['eye-mask', 'An eye mask or headphones would worry me'],
      ],
      { short: 'Other signs' },
    ),
  ],
});
