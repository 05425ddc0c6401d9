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

export const heart = topic('heart', 'Heart and blood pressure', {
  hint: 'Ketamine can raise blood pressure for a while. That is why we ask about this closely.',
  item: [
    askYesNo(
      'aneurysm',
      'Aneurysm or AVM',
      'Have you ever had an aneurysm, or tangled blood vessels (an AVM)?',
      {
        hint: 'An aneurysm is a weak, bulging spot in a blood vessel, anywhere in the body.',
        why: 'A rise in blood pressure is a bigger risk when a blood vessel is weak.',
      },
    ),
    write('aneurysm-more', 'Where and when', 'Where was it, when, and was it treated?', {
      enableWhen: whenYes('aneurysm'),
      maxLength: 1000,
    }),
    askYesNo('brain-bleed', 'Bleeding in the brain', 'Have you ever had bleeding in the brain?'),
    askYesNo('stroke', 'Stroke or mini-stroke', 'Have you ever had a stroke or a mini-stroke (TIA)?'),
    write('stroke-more', 'When, after-effects', 'When was it, and has anything stayed with you?', {
      enableWhen: whenYes('stroke'),
      maxLength: 1000,
    }),
    askYesNo(
      'pressure-danger',
      'Told that high pressure is dangerous',
      'Has a doctor told you that a rise in blood pressure would be dangerous for you?',
    ),
    askYesNo('high-pressure', 'High blood pressure', 'Do you have high blood pressure?'),
    chooseOne(
      'pressure-treated',
      'Treated',
      'Is it treated?',
      [
        ['controlled', 'Yes, and it is mostly fine now'],
        ['not-controlled', 'Yes, but it is often still high'],
        ['untreated', 'No'],
      ],
      { enableWhen: whenYes('high-pressure'), sensitive: true },
    ),
    write('pressure-last', 'Last reading', 'What was your last reading, and when?', {
      hint: 'For example: 128 over 82, last month. Leave it empty if you don’t know.',
      enableWhen: whenYes('high-pressure'),
    }),
    chooseAny(
      'heart-conditions',
      'Heart conditions',
      'Have you ever had any of these?',
      [
        ['heart-attack', 'Heart attack'],
        ['chest-pain', 'Chest pain from the heart'],
        ['heart-failure', 'Heart failure'],
        ['rhythm', 'An uneven or very fast heartbeat'],
        ['valve', 'A heart valve problem'],
        ['born-with', 'A heart problem you were born with'],
        ['pacemaker', 'A pacemaker or defibrillator'],
        ['fainting', 'Fainting'],
        ['none', 'None of these'],
      ],
      { sensitive: true, hint: 'Choose all that fit.' },
    ),
    tellMore('heart-more', 'More about your heart', 'When was it, and how is it now?', {
      hint: 'If you see a heart doctor, say when you last saw them.',
      enableWhen: whenListed('heart-conditions'),
    }),
  ],
});

export const body = topic('body', 'The rest of your body', {
  item: [
    askYesNo('seizures', 'Seizures', 'Have you ever had a seizure?'),
    write('seizures-more', 'Last seizure', 'When was the last one, and do you take medicine for it?', {
      enableWhen: whenYes('seizures'),
      maxLength: 1000,
    }),
    askYesNo(
      'head-pressure',
      'Head injury or pressure',
      'Have you had raised pressure in the head, a brain tumor, or a head injury in the last months?',
    ),
    askYesNo('glaucoma', 'Glaucoma or eye surgery', 'Do you have glaucoma, or have you had eye surgery?', {
      hint: 'Glaucoma is high pressure in the eye.',
    }),
    write('glaucoma-more', 'Eye care', 'Is it treated, and when was your eye pressure last checked?', {
      enableWhen: whenYes('glaucoma'),
    }),
    askYesNo('thyroid', 'Overactive thyroid', 'Do you have an overactive thyroid?'),
    chooseOne(
      'thyroid-treated',
      'Treated',
      'Is it treated?',
      [
        ['yes', 'Yes'],
        ['no', 'No'],
      ],
      { enableWhen: whenYes('thyroid'), sensitive: true },
    ),
    askYesNo(
      'sleep-apnea',
      'Sleep apnea',
      'Do you have sleep apnea, or does your breathing stop in your sleep?',
    ),
    chooseOne(
      'sleep-apnea-treated',
      'CPAP at night',
      'Do you use a machine such as a CPAP at night?',
      [
        ['every-night', 'Yes, every night'],
        ['sometimes', 'Sometimes'],
        ['no', 'No'],
      ],
      { enableWhen: whenYes('sleep-apnea') },
    ),
    chooseAny(
      'conditions',
      'Other conditions',
      'Do you have any of these?',
      [
        ['lungs', 'Asthma or another lung problem'],
        ['oxygen', 'Oxygen at home'],
        ['liver', 'A liver problem'],
        ['kidney', 'A kidney problem'],
        ['bladder', 'Pain or blood when you pass water, or a bladder problem'],
        ['diabetes', 'Diabetes'],
        ['porphyria', 'Porphyria'],
        ['adrenal', 'A tumor of the adrenal gland'],
        ['stomach', 'Bad reflux, or vomiting often'],
        ['memory', 'Trouble with memory, or a brain injury'],
        ['none', 'None of these'],
      ],
      { sensitive: true, hint: 'Choose all that fit.' },
    ),
    tellMore('conditions-more', 'More about these', 'What should we know about it?', {
      enableWhen: whenListed('conditions'),
    }),
    askYesNo(
      'anesthesia',
      'Trouble with anesthesia',
      'Have you or a close relative ever had trouble with anesthesia or sedation?',
    ),
    tellMore('other-illness', 'Anything else', 'Other illnesses or operations we should know about'),
    {
      linkId: 'height',
      type: 'string',
      text: 'Your height',
      short: 'Height',
      hint: 'For example: 5 feet 6, or 168 cm.',
      maxLength: 40,
    },
    {
      linkId: 'weight',
      type: 'string',
      text: 'Your weight',
      short: 'Weight',
      hint: 'For example: 150 pounds, or 68 kg.',
      why: 'The prescriber needs it to work out a dose.',
      maxLength: 40,
    },
  ],
});

const maybePregnant = whenChosen('pregnancy-possible', 'yes', 'not-sure');

export const pregnancy = topic('pregnancy', 'Pregnancy', {
  hint: 'We ask everyone, so that nobody is missed.',
  item: [
    askYesNo(
      'pregnancy-possible',
      'Pregnancy possible',
      'Could you become pregnant, or are you pregnant now?',
    ),
    askYesNo('pregnant', 'Pregnant now', 'Are you pregnant now?', {
      enableWhen: maybePregnant,
      enableBehavior: 'any',
      why: 'The medicine may not be safe in pregnancy, so the prescriber needs to know.',
    }),
    askYesNo('pregnancy-planned', 'Trying', 'Are you trying to become pregnant in the next months?', {
      enableWhen: maybePregnant,
      enableBehavior: 'any',
    }),
    askYesNo('breastfeeding', 'Breastfeeding', 'Are you breastfeeding or chestfeeding?', {
      enableWhen: maybePregnant,
      enableBehavior: 'any',
    }),
  ],
});
