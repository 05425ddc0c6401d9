import type { ConsentTerm } from '../../../../domain/consent/document.js';

/** Words of the text that are explained where they stand; each is written as it stands there. */
export const terms: readonly ConsentTerm[] = [
  {
    term: 'anesthesia',
    meaning: 'Medicine that makes you sleep deeply, or feel no pain, so that doctors can operate.',
  },
  { term: 'aneurysm', meaning: 'A weak spot in the wall of a blood vessel. It bulges out and may burst.' },
  {
    term: 'certified clinics',
    meaning:
      'Clinics that have signed up to strict rules for giving esketamine and for watching you after it.',
  },
  {
    term: 'compounded',
    meaning: 'Made to order by a pharmacy, for one person. The FDA does not check such medicines before use.',
  },
  {
    term: 'controlled substance',
    meaning: 'A medicine with extra rules, since people can misuse it or come to depend on it.',
  },
  {
    term: 'de-identified',
    meaning:
      'With all that could point to you taken out, such as your name, your address and your date of birth.',
  },
  {
    term: 'dissociation',
    meaning: 'Feeling far away from your body, your feelings or the room, as if you watched from outside.',
  },
  {
    term: 'dosing session',
    meaning: 'The session in which you take the medicine. The others are for talking.',
  },
  {
    term: 'esketamine',
    meaning: 'One half of what ketamine is made of. It comes as a nasal spray, under the name Spravato.',
  },
  {
    term: 'integration',
    meaning:
      'Talking with your therapist, after the medicine, about what came up and what it means for your life.',
  },
  { term: 'lozenge', meaning: 'A small tablet that melts in your mouth. You do not swallow it whole.' },
  {
    term: 'mania',
    meaning:
      'Days of far too much energy with hardly any sleep, fast thoughts, and risks you would not take at other times.',
  },
  {
    term: 'monitoring database',
    meaning: 'A list, kept by the state, of controlled medicines that people have been given by pharmacies.',
  },
  {
    term: 'off-label',
    meaning:
      'Used for something, or in a form, that the FDA has not approved. It is legal and needs good reasons.',
  },
  {
    term: 'prescriber',
    meaning: 'The clinician who may prescribe medicine, and who decides whether this one suits you.',
  },
  {
    term: 'psychosis',
    meaning: 'Losing touch with what is real: hearing, seeing or believing things that others do not.',
  },
  {
    term: 'Schedule III',
    meaning:
      'One of the groups into which US law sorts controlled medicines. Those in this group have a use in medicine, and can be misused.',
  },
  { term: 'telehealth', meaning: 'Care by video or phone, with you in one place and us in another.' },
];
