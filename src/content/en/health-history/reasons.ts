import {
  askYesNo,
  chooseAny,
  chooseOne,
  checkList,
  tellMore,
  topic,
  ifAny,
  whenListed,
  whenYes,
  write,
} from '../items.js';
import { medicineName } from '../medicines.js';

export const reasons = topic('reasons', 'What brings you here', {
  part: 'therapy',
  hint: 'A few words are enough. You can leave out anything you would rather say in person.',
  item: [
    chooseAny(
      'concerns',
      'Main concerns',
      'What would you like help with?',
      [
        ['depression', 'Depression or low mood'],
        ['anxiety', 'Anxiety or worry'],
        ['trauma', 'Trauma or PTSD'],
        ['ocd', 'OCD'],
        ['grief', 'Grief or serious illness'],
        ['substance-use', 'Alcohol or other substances'],
        ['pain', 'Long-lasting pain'],
        ['eating', 'Eating'],
        ['bipolar-depression', 'Bipolar depression'],
        ['other', 'Something else'],
      ],
      { sensitive: true, hint: 'Choose all that fit.' },
    ),
    tellMore('concerns-more', 'Since when', 'Since when? Has anyone given it a name, and who?'),
    tellMore('goals', 'What you hope for', 'What do you hope will be different?'),
    tellMore('worries', 'Your worries about it', 'Is there anything about this treatment that worries you?'),
    chooseOne('therapist-now', 'Therapy now', 'Are you seeing a therapist now?', [
      ['weekly', 'Yes, about every week'],
      ['sometimes', 'Yes, less often'],
      ['no', 'No'],
    ]),
    write('therapist-contact', 'Your therapist', 'Your therapist’s name and phone number', {
      required: true,
      hint: 'We ask you before we talk to them.',
      ...ifAny('therapist-now', 'weekly', 'sometimes'),
    }),
    askYesNo(
      'medicine-trials',
      'Medicines tried for mood',
      'Have you taken medicine for your mood, worry or sleep before?',
      { hint: 'Medicine you take now comes later.' },
    ),
    {
      linkId: 'trial',
      type: 'group',
      text: 'Medicine you have tried',
      entryName: 'medicine',
      required: true,
      repeats: true,
      maxOccurs: 20,
      enableWhen: whenYes('medicine-trials'),
      item: [
        medicineName('trial-name', 'Medicine', 'Which medicine?', {
          hint: 'If you’re not sure, write what you remember.',
        }),
        write('trial-dose', 'Highest dose', 'What was the highest dose?'),
        chooseOne(
          'trial-weeks',
          'Taken for',
          'About how long did you take it?',
          [
            ['under-6-weeks', 'Less than 6 weeks'],
            ['over-6-weeks', '6 weeks or more'],
            ['not-sure', 'Not sure'],
          ],
          { required: false },
        ),
        write('trial-effect', 'How it went', 'Did it help? Why did you stop?'),
      ],
    },
    ...checkList('other-treatment', 'Other treatment so far', 'Have you had any of these?', [
      ['talk-therapy', 'Talk therapy'],
      ['tms', 'TMS (magnetic stimulation)'],
      ['ect', 'ECT (electroconvulsive therapy)'],
      ['vns', 'VNS (a nerve stimulator)'],
      ['day-program', 'A day or outpatient program'],
    ]),
    tellMore('other-treatment-more', 'When, did it help', 'When was that, and did it help?', {
      enableWhen: whenListed('other-treatment'),
    }),
    chooseOne(
      'hospital-year',
      'Psychiatric hospital stay',
      'Have you ever stayed in a hospital for your mental health?',
      [
        ['yes', 'Yes, in the last 12 months'],
        ['before', 'Yes, longer ago'],
        ['no', 'No'],
      ],
      { sensitive: true },
    ),
    write('hospital-more', 'When you stayed', 'When was that, and for how long?', {
      ...ifAny('hospital-year', 'yes', 'before'),
    }),
  ],
});
