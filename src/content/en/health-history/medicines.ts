import {
  FOR_DOSE,
  askYesNo,
  checkList,
  chooseOne,
  each,
  tellMore,
  topic,
  withMore,
  write,
} from '../items.js';
import { medicineName } from '../medicines.js';

export const medicines = topic('medicines', 'Medicines and allergies', {
  why: FOR_DOSE,
  hint: 'Please don’t stop or change any medicine because of this form. Talk with your prescriber first.',
  item: [
    ...withMore(
      askYesNo('takes-medicine', 'Do you take any medicine now?', {
        hint: 'Pills, patches, sprays, shots, herbs, cannabis. With or without a prescription.',
      }),
      each('medicine', 'Medicine you take', 'medicine', 40, [
        medicineName('medicine-name', { required: true, hint: 'As it says on the label.' }),
        write('medicine-dose', 'Dose', { hint: 'For example: 50 mg, or one pill.' }),
        write('medicine-often', 'How often you take it'),
        write('medicine-reason', 'What it is for'),
        write('medicine-prescriber', 'Who prescribes it'),
        write('medicine-since', 'Since when'),
      ]),
    ),
    ...checkList(
      'medicine-kinds',
      'Do you take any of these now?',
      [
        ['antidepressant', 'Something for depression'],
        ['maoi', 'An MAOI, such as phenelzine or a selegiline patch'],
        ['mood', 'Lithium, lamotrigine or another mood stabilizer'],
        'Carbamazepine, phenytoin or rifampin',
        ['antipsychotic', 'An antipsychotic, such as quetiapine or aripiprazole'],
        ['stimulant', 'Something for ADHD or to stay awake'],
        ['benzodiazepine', 'Something for calm or panic, such as lorazepam'],
        ['sleep', 'Sleeping pills'],
        ['antihistamine', 'Allergy pills that make you sleepy'],
        ['oxybate', 'Sodium oxybate'],
        ['barbiturate', 'Phenobarbital, primidone or butalbital'],
        ['opioid', 'Strong pain medicine, methadone or buprenorphine'],
        'Naltrexone',
        'Gabapentin, pregabalin',
        ['relaxant', 'Something to relax muscles'],
        ['nmda', 'Memantine, amantadine or dextromethorphan'],
        'Theophylline, aminophylline',
        ['decongestant', 'Cold pills, or an EpiPen'],
        ['nasal-spray', 'A nasal spray'],
        ['blood-pressure', 'Blood pressure pills'],
        ['blood-thinner', 'A blood thinner'],
        ['thyroid', 'Thyroid pills'],
        ['weight', 'A shot for weight or diabetes'],
        ['sugar', 'Insulin or pills that lower blood sugar'],
        ['antifungal', 'Pills for a fungus, for HIV, or clarithromycin'],
        ['herbal', 'Herbs, such as St. John’s wort, kava, valerian or kratom'],
        ['cannabis', 'Cannabis or CBD'],
        'Ketamine, from somewhere else',
      ],
      { hint: 'To catch what is easy to forget. It’s fine to say it twice.' },
    ),
    ...withMore(
      askYesNo(
        'ketamine-allergy',
        'Have you ever had an allergy or a bad reaction to ketamine or esketamine?',
      ),
      tellMore('ketamine-allergy-more', 'What happened, and when?'),
    ),
    ...withMore(
      askYesNo('allergies', 'Do you have any other allergies?', {
        hint: 'To medicine, food or latex? A lozenge can hold flavors, dyes, milk sugar or gelatin.',
      }),
      each('allergy', 'Allergy', 'allergy', 20, [
        write('allergy-to', 'What you are allergic to', { required: true }),
        write('allergy-reaction', 'What happens?'),
        chooseOne(
          'allergy-severity',
          'How bad is it?',
          ['Mild, such as a rash', 'Severe, such as trouble breathing', 'Not sure'],
          { required: false },
        ),
      ]),
    ),
  ],
});
