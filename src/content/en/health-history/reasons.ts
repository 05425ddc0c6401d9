import {
  FOR_PREPARING,
  askYesNo,
  checkList,
  chooseAny,
  chooseOne,
  each,
  FIT_ALL,
  ifAny,
  tellMore,
  topic,
  whenListed,
  withMore,
  write,
} from '../items.js';
import { medicineName } from '../medicines.js';

export const reasons = topic('reasons', 'What brings you here', {
  part: 'therapy',
  why: FOR_PREPARING,
  hint: 'A few words are enough. What is marked optional you can leave out and say in person.',
  item: [
    chooseAny(
      'concerns',
      'What would you like help with?',
      [
        'Depression, or low mood',
        'Anxiety, or worry',
        'Trauma, or PTSD',
        'OCD',
        'Grief, or serious illness',
        ['substance-use', 'Alcohol or other substances'],
        ['pain', 'Long-lasting pain'],
        'Eating',
        'Bipolar depression',
        ['other', 'Something else'],
      ],
      { sensitive: true, hint: FIT_ALL },
    ),
    tellMore('concerns-more', 'Since when? Has anyone given it a name, and who?'),
    tellMore('goals', 'What do you hope will be different?'),
    tellMore('worries', 'Does anything about this treatment worry you?'),
    chooseOne('therapist-now', 'Are you seeing a therapist now?', [
      ['weekly', 'Yes, about every week'],
      ['sometimes', 'Yes, less often'],
      'No',
    ]),
    write('therapist-contact', 'Your therapist’s name and phone number', {
      required: true,
      hint: 'We ask you before we talk to them.',
      ...ifAny('therapist-now', 'weekly', 'sometimes'),
    }),
    ...withMore(
      askYesNo('medicine-trials', 'Have you taken medicine for your mood, worry or sleep before?', {
        short: 'Medicines tried',
        hint: 'Medicine you take now comes later.',
      }),
      each('trial', 'Medicine you have tried', 'medicine', 20, [
        medicineName('trial-name', { hint: 'If you’re not sure, write what you remember.' }),
        write('trial-dose', 'Highest dose'),
        chooseOne(
          'trial-weeks',
          'How long you took it',
          [['under-6-weeks', 'Less than 6 weeks'], ['over-6-weeks', '6 weeks or more'], 'Not sure'],
          { required: false },
        ),
        write('trial-effect', 'Did it help? Why did you stop?', { short: 'How it went' }),
      ]),
    ),
    ...checkList('other-treatment', 'Have you had any of these?', [
      'Talk therapy',
      'TMS, with magnets',
      'ECT, with electric current',
      'VNS, a nerve stimulator',
      ['day-program', 'A day or outpatient program'],
    ]),
    tellMore('other-treatment-more', 'When was that, and did it help?', {
      enableWhen: whenListed('other-treatment'),
    }),
    chooseOne(
      'hospital-year',
      'Have you ever stayed in a hospital for your mental health?',
      [['yes', 'Yes, in the last 12 months'], ['before', 'Yes, longer ago'], 'No'],
      { short: 'Hospital stay', sensitive: true },
    ),
    write('hospital-more', 'When was that, and for how long?', ifAny('hospital-year', 'yes', 'before')),
  ],
});
