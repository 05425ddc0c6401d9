/** Answers to what a topic requires, by the question's words: a text, month, day and year, or the choices. */
export type TopicAnswers = Readonly<Record<string, readonly string[]>>;

const NO = ['No'];
const YES = ['Yes'];
const NONE = ['None of these'];

/**
 * Everything that the health history requires of somebody well, by topic, in the order of its pages, where the
 * practice has no response plan.
 */
export const COMPLETE_HISTORY: Readonly<Record<string, TopicAnswers>> = {
  'About you': {
    'First name': ['Ana'],
    'Last name': ['Okafor'],
    'Date of birth': ['3', '27', '1984'],
    'Phone number': ['503 555 0199'],
    'When we phone, is it all right to': ['Leave a voicemail'],
    'Email address': ['ana@mail.example'],
    'Home address': ['12 Pine Street'],
    'Which state will you be in during visits?': ['Oregon'],
    'Which language do you like to talk in?': ['English'],
  },
  'Someone we can reach': {
    'Name of someone we can call in an emergency': ['Ben'],
    'Their phone number': ['503 555 0188'],
    'May they know that you come to us?': YES,
    'Does someone else, such as a guardian, decide about your care?': NO,
  },
  'What brings you here': {
    'What would you like help with?': ['Depression, or low mood'],
    'Are you seeing a therapist now?': NO,
    'Have you taken medicine for your mood, worry or sleep before?': NO,
    'Have you had any of these?': NONE,
    'Have you ever stayed in a hospital for your mental health?': NO,
  },
  'Heart and blood pressure': {
    'Have you ever had any of these?': NONE,
    'Have you ever had a heart problem?': NONE,
    'Has a doctor told you that a rise in blood pressure would be dangerous for you?': NO,
    'Do you have high blood pressure?': NO,
    'Do you know a recent reading of your blood pressure?': NO,
  },
  'The rest of your body': {
    'Have you ever had a problem with your head or eyes?': NONE,
    'Do you have a problem with breathing or sleep?': NONE,
    'Do you have any of these?': NONE,
  },
  Pregnancy: {
    'Are you pregnant or breastfeeding, did you just give birth, or could you become pregnant?': NO,
  },
  'Medicines and allergies': {
    'Do you take any medicine now?': NO,
    'Do you take any of these now?': NONE,
    'Have you ever had an allergy or a bad reaction to ketamine or esketamine?': NO,
    'Do you have any other allergies?': NO,
  },
  'Your mental health': {
    'Has anyone ever told you that you have one of these?': NONE,
    'Have you ever heard, seen or strongly believed things that other people did not?': NO,
    'Has a parent, brother, sister or child of yours had schizophrenia, psychosis or bipolar disorder?': NO,
    'In the last 2 weeks, have you had lots of energy with little sleep, racing thoughts, or done risky things?':
      NO,
    'Do any of these fit you?': NONE,
  },
  'Feeling safe': { 'Have you lived through something that still weighs on you?': NO },
  'Alcohol, cannabis and other substances': {
    'How often do you drink alcohol?': ['Never'],
    'Have you ever used any of these?': NONE,
    'Has alcohol or a drug ever brought you any of these?': NONE,
    'Have you had ketamine or esketamine before, as treatment or otherwise?': NO,
  },
  'Getting home, and after': {
    'After a dosing session you can’t drive until the next day. Can an adult take you home?': YES,
    'Who lives with you?': ['Other adults'],
    'Which of these do you have at home?': ['An adult who can be with you that evening'],
    'Are your answers true as far as you know, and will you tell us when something changes?': [
      'Yes, and I will',
    ],
  },
};
