import { askYesNo, chooseAny, chooseOne, topic, whenYes, write } from '../items.js';

export const medicines = topic('medicines', 'Medicines and allergies', {
  hint: 'Please don’t stop or change any medicine because of this form. Talk with your prescriber first.',
  item: [
    askYesNo('takes-medicine', 'Takes medicine', 'Do you take any medicine now?', {
      hint: 'With or without a prescription: pills, patches, sprays, shots, herbs and supplements.',
    }),
    {
      linkId: 'medicine',
      type: 'group',
      text: 'Medicine you take',
      entryName: 'medicine',
      required: true,
      repeats: true,
      maxOccurs: 40,
      enableWhen: whenYes('takes-medicine'),
      item: [
        write('medicine-name', 'Name', 'Name of the medicine', {
          required: true,
          hint: 'As it says on the label.',
        }),
        write('medicine-dose', 'Dose', 'Dose', { hint: 'For example: 50 mg, or one pill.' }),
        write('medicine-often', 'How often', 'How often do you take it?'),
        write('medicine-reason', 'For', 'What is it for?'),
      ],
    },
    chooseAny(
      'medicine-kinds',
      'Kinds of medicine',
      'Do you take any of these now? It’s fine to say it twice.',
      [
        ['maoi', 'An MAOI, such as phenelzine or a selegiline patch'],
        ['stimulant', 'Something for ADHD, or another stimulant'],
        ['benzodiazepine', 'Something for calm or panic, such as lorazepam or clonazepam'],
        ['sleep', 'Sleeping pills'],
        ['opioid', 'Strong pain medicine, methadone or buprenorphine'],
        ['naltrexone', 'Naltrexone'],
        ['theophylline', 'Theophylline or aminophylline'],
        ['decongestant', 'Cold or sinus pills'],
        ['blood-thinner', 'A blood thinner'],
        ['thyroid', 'Thyroid pills'],
        ['weight', 'A weekly shot for weight or diabetes'],
        ['none', 'None of these'],
      ],
      { sensitive: true, hint: 'Choose all that fit. This list helps to catch what is easy to forget.' },
    ),
    askYesNo(
      'ketamine-allergy',
      'Reaction to ketamine',
      'Have you ever had an allergy or a bad reaction to ketamine or esketamine?',
    ),
    write('ketamine-allergy-more', 'What happened', 'What happened, and when?', {
      enableWhen: whenYes('ketamine-allergy'),
      maxLength: 1000,
    }),
    askYesNo('allergies', 'Allergies', 'Do you have any other allergies?', {
      hint: 'To medicine, food, latex or anything else.',
    }),
    {
      linkId: 'allergy',
      type: 'group',
      text: 'Allergy',
      entryName: 'allergy',
      required: true,
      repeats: true,
      maxOccurs: 20,
      enableWhen: whenYes('allergies'),
      item: [
        write('allergy-to', 'Allergic to', 'What are you allergic to?', { required: true }),
        write('allergy-reaction', 'Reaction', 'What happens?'),
        chooseOne(
          'allergy-severity',
          'How bad',
          'How bad is it?',
          [
            ['mild', 'Mild, such as a rash'],
            ['severe', 'Severe, such as trouble breathing'],
            ['not-sure', 'Not sure'],
          ],
          { required: false },
        ),
      ],
    },
  ],
});
