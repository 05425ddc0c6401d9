import type { Item } from '../../domain/questionnaire/questionnaire.js';
import { chooseOne, date, item, topic } from './items.js';

const UCUM = 'http://unitsofmeasure.org';

const whole = (
  linkId: string,
  text: string,
  min: number,
  max: number,
  unit: string,
  more?: Partial<Item>,
): Item => item(linkId, 'integer', text, { min, max, unit, ...more });

/** One reading of the blood pressure; the bounds keep slips of the finger out and judge nothing. */
export const pressureReading = (required = false): Item =>
  topic('pressure-reading', 'Your reading', {
    item: [
      whole('systolic', 'Upper number', 60, 260, 'mmHg', {
        required: true,
        hint: 'In 128 over 82, it is the 128.',
      }),
      whole('diastolic', 'Lower number', 30, 160, 'mmHg', { required: true }),
      date('pressure-date', 'When it was taken', { required }),
      chooseOne(
        'pressure-how',
        'How it was taken',
        [
          ['clinic', 'By a nurse or doctor'],
          ['cuff', 'With a cuff at home'],
          ['pharmacy', 'In a pharmacy or store'],
          'Not sure',
        ],
        { required },
      ),
      whole('heart-rate', 'Heart rate, if you know it', 30, 220, 'beats a minute'),
      whole('oxygen-level', 'Oxygen level, if you know it', 70, 100, '%'),
    ],
  });

/** In the units people say it in; the usual one of the United States first. */
export const height = item('height', 'quantity', 'Your height', {
  min: 36,
  max: 96,
  units: [
    { code: '[in_i]', display: 'feet and inches', system: UCUM },
    { code: 'cm', display: 'cm', system: UCUM },
  ],
});

export const weight = item('weight', 'quantity', 'Your weight', {
  min: 50,
  max: 900,
  units: [
    { code: '[lb_av]', display: 'pounds', system: UCUM },
    { code: 'kg', display: 'kg', system: UCUM },
  ],
});
