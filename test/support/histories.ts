/** What a client does with one question, found by the words that stand on the screen. */
export type Answering =
  | { readonly question: string; readonly write: string }
  | { readonly question: string; readonly choose: readonly string[] }
  | { readonly question: string; readonly date: Readonly<Record<'Month' | 'Day' | 'Year', string>> }
  /** Fills one of several entries in, after pressing the button that brings it. */
  | { readonly entry: string; readonly press?: string; readonly answers: readonly Answering[] };

/** One page of the form, by its title. */
export interface Topic {
  readonly title: string;
  readonly answers: readonly Answering[];
}

export interface Person {
  readonly given: string;
  readonly family: string;
}

const choose = (question: string, ...choices: readonly string[]): Answering => ({
  question,
  choose: choices,
});
const write = (question: string, text: string): Answering => ({ question, write: text });
const noTo = (...questions: readonly string[]): Answering[] =>
  questions.map((question) => choose(question, 'No'));

const aboutYou = ({ given, family }: Person): readonly Answering[] => [
  write('First name', given),
  write('Last name', family),
  { question: 'Date of birth', date: { Month: '3', Day: '27', Year: '1984' } },
  write('Phone number', '503 555 0188'),
  choose('When we phone, is it all right to', 'Leave a voicemail', 'Send a text message'),
  write('Email address', `${given}.${family}@mail.example`.toLowerCase()),
  write('Home address', '12 Alder Street, Portland, Oregon, 97202'),
  write('Which state will you be in during visits?', 'Oregon'),
  choose('Which language do you like to talk in?', 'English'),
];

const someoneWeCanReach: readonly Answering[] = [
  write('Name of someone we can call in an emergency', 'Ruth Bell'),
  write('Their phone number', '503 555 0190'),
  choose('May they know that you come to us?', 'Yes'),
  choose('Does someone else, such as a guardian, decide about your care?', 'No'),
];

const heart: readonly Answering[] = [
  choose('Have you ever had any of these?', 'None of these'),
  choose('Have you ever had a heart problem?', 'None of these'),
  choose('Has a doctor told you that a rise in blood pressure would be dangerous for you?', 'No'),
];

const body: readonly Answering[] = [
  choose('Have you ever had a problem with your head or eyes?', 'None of these'),
  choose('Do you have a problem with breathing or sleep?', 'None of these'),
  choose('Do you have any of these?', 'None of these'),
];

const mind: readonly Answering[] = [
  choose('Has anyone ever told you that you have one of these?', 'None of these'),
  ...noTo(
    'Have you ever heard, seen or strongly believed things that other people did not?',
    'Has a parent, brother, sister or child of yours had schizophrenia, psychosis or bipolar disorder?',
    'In the last 2 weeks, have you had lots of energy with little sleep, racing thoughts, or done risky things?',
  ),
  choose('Do any of these fit you?', 'None of these'),
];

const safe: readonly Answering[] = [
  ...noTo(
    'In the last month, have you thought about ending your life?',
    'In the last 3 months, did you plan to end your life, or do something to end it?',
    'In the last 12 months, have you hurt yourself on purpose?',
    'Do you have thoughts now of hurting someone else?',
  ),
  choose('Do you feel safe at home?', 'Yes'),
];

const gettingHome: readonly Answering[] = [
  choose(
    'After a dosing session you can’t drive until the next day. Can an adult take you home?',
    'Not yet, I’d like help to plan it',
  ),
  choose('Who lives with you?', 'Other adults', 'Pets'),
  choose('Which of these do you have at home?', 'An adult who can be with you that evening'),
  choose(
    'Are your answers true as far as you know, and will you tell us when something changes?',
    'Yes, and I will',
  ),
];

const used = 'Have you ever used any of these?';
const useTroubles = choose('Has alcohol or a drug ever brought you any of these?', 'None of these');
const usedKetamine = 'Have you had ketamine or esketamine before, as treatment or otherwise?';

/** The same where nobody is ready to answer to a sign of danger, so that nobody is asked for one. */
export const unwatched = (history: readonly Topic[]): readonly Topic[] =>
  history.map((topic) => ({ ...topic, answers: topic.answers.filter((each) => !safe.includes(each)) }));

/** The shortest way through: what is required, and mostly no. */
export const shortHistory = (person: Person): readonly Topic[] => [
  { title: 'About you', answers: aboutYou(person) },
  { title: 'Someone we can reach', answers: someoneWeCanReach },
  {
    title: 'What brings you here',
    answers: [
      choose('What would you like help with?', 'Depression, or low mood'),
      choose('Are you seeing a therapist now?', 'No'),
      choose('Have you taken medicine for your mood, worry or sleep before?', 'No'),
      choose('Have you had any of these?', 'None of these'),
      choose('Have you ever stayed in a hospital for your mental health?', 'No'),
    ],
  },
  {
    title: 'Heart and blood pressure',
    answers: [
      ...heart,
      choose('Do you have high blood pressure?', 'No'),
      choose('Do you know a recent reading of your blood pressure?', 'No'),
    ],
  },
  { title: 'The rest of your body', answers: body },
  {
    title: 'Pregnancy',
    answers: [
      choose(
        'Are you pregnant or breastfeeding, did you just give birth, or could you become pregnant?',
        'No',
      ),
    ],
  },
  {
    title: 'Medicines and allergies',
    answers: [
      choose('Do you take any medicine now?', 'No'),
      choose('Do you take any of these now?', 'None of these'),
      choose('Have you ever had an allergy or a bad reaction to ketamine or esketamine?', 'No'),
      choose('Do you have any other allergies?', 'No'),
    ],
  },
  {
    title: 'Your mental health',
    answers: mind,
  },
  {
    title: 'Feeling safe',
    answers: [choose('Have you lived through something that still weighs on you?', 'No'), ...safe],
  },
  {
    title: 'Alcohol, cannabis and other substances',
    answers: [
      choose('How often do you drink alcohol?', 'Never'),
      choose(used, 'None of these'),
      useTroubles,
      choose(usedKetamine, 'No'),
    ],
  },
  { title: 'Getting home, and after', answers: gettingHome },
];

const medicine = (position: number, name: string, dose: string, often: string): Answering => ({
  entry: `Medicine ${position}`,
  ...(position > 1 && { press: 'Add another medicine' }),
  answers: [write('Name of the medicine', name), write('Dose', dose), write('How often you take it', often)],
});

/** What this client writes in their own words; each line is found on no other screen. */
export const IN_THEIR_WORDS = {
  hopes: 'To sleep through the night,\nand to paint again.',
  worries: 'That I could not stop it once it has begun.',
  illness: 'Migraine, a few days each month',
  medicine: 'Sertraline',
  dose: '50 mg',
  allergy: 'Penicillin',
  safety: 'A hand on my shoulder, but only when I ask.',
} as const;

/** A history with follow-ups, entries that repeat, and questions that the client would rather talk about. */
export const fullHistory = (person: Person): readonly Topic[] => [
  {
    title: 'About you',
    answers: [
      ...aboutYou(person),
      write('Name you go by', `${person.given} B.`),
      write('Are there good or safe times to call you?', 'Weekdays after 4'),
    ],
  },
  { title: 'Someone we can reach', answers: someoneWeCanReach },
  {
    title: 'What brings you here',
    answers: [
      choose('What would you like help with?', 'Depression, or low mood', 'Grief, or serious illness'),
      write('What do you hope will be different?', IN_THEIR_WORDS.hopes),
      write('Does anything about this treatment worry you?', IN_THEIR_WORDS.worries),
      choose('Are you seeing a therapist now?', 'Yes, about every week'),
      write('Your therapist’s name and phone number', 'Nora Field, 503 555 0177'),
      choose('Have you taken medicine for your mood, worry or sleep before?', 'Yes'),
      {
        entry: 'Medicine 1',
        answers: [
          write('Name of the medicine', 'Fluoxetine'),
          choose('How long you took it', '6 weeks or more'),
          write('Did it help? Why did you stop?', 'It made me sleepy.'),
        ],
      },
      choose('Have you had any of these?', 'Talk therapy'),
      write('When was that, and did it help?', 'Since last winter. Yes.'),
      choose('Have you ever stayed in a hospital for your mental health?', 'No'),
    ],
  },
  {
    title: 'Heart and blood pressure',
    answers: [
      ...heart,
      choose('Do you have high blood pressure?', 'Yes'),
      choose('Is it treated?', 'Yes, and it is mostly fine now'),
      choose('Do you have a blood pressure cuff at home?', 'Yes'),
      choose('Do you know a recent reading of your blood pressure?', 'Yes'),
      write('Upper number', '128'),
      write('Lower number', '82'),
      choose('How it was taken', 'With a cuff at home'),
    ],
  },
  {
    title: 'The rest of your body',
    answers: [
      ...body,
      write('Other illnesses, pain or operations we should know about', IN_THEIR_WORDS.illness),
      write('Your height', '5 6'),
      write('Your weight', '150'),
    ],
  },
  {
    title: 'Pregnancy',
    answers: [
      choose(
        'Are you pregnant or breastfeeding, did you just give birth, or could you become pregnant?',
        'Yes',
      ),
      ...noTo(
        'Are you pregnant now?',
        'Are you trying to become pregnant?',
        'Do you use birth control?',
        'Are you breastfeeding or chestfeeding?',
        'Do you have pre-eclampsia, or did you just have it?',
      ),
    ],
  },
  {
    title: 'Medicines and allergies',
    answers: [
      choose('Do you take any medicine now?', 'Yes'),
      medicine(1, IN_THEIR_WORDS.medicine, IN_THEIR_WORDS.dose, 'Every morning'),
      medicine(2, 'Lisinopril', '10 mg', 'Every evening'),
      choose('Do you take any of these now?', 'None of these'),
      choose('Have you ever had an allergy or a bad reaction to ketamine or esketamine?', 'Not sure'),
      choose('Do you have any other allergies?', 'Yes'),
      {
        entry: 'Allergy 1',
        answers: [
          write('What you are allergic to', IN_THEIR_WORDS.allergy),
          choose('How bad is it?', 'Mild, such as a rash'),
        ],
      },
    ],
  },
  {
    title: 'Your mental health',
    answers: mind,
  },
  {
    title: 'Feeling safe',
    answers: [
      choose('Have you lived through something that still weighs on you?', 'I’d rather talk about it'),
      ...safe,
      write('Is there anything that would help you feel safe in a session?', IN_THEIR_WORDS.safety),
    ],
  },
  {
    title: 'Alcohol, cannabis and other substances',
    answers: [
      choose('How often do you drink alcohol?', 'A few times a month, or every week'),
      choose('On a day when you drink, how many drinks do you have?', '1 or 2'),
      choose('Have you ever felt ill or shaky, or had a seizure, when you stopped drinking?', 'No'),
      choose(used, 'Cannabis or CBD'),
      choose('Cannabis or CBD: when was the last time?', 'In the last 6 months'),
      write('Cannabis or CBD: how do you take it, and on how many days a month?', 'Twice in summer'),
      useTroubles,
      choose(usedKetamine, 'No'),
    ],
  },
  { title: 'Getting home, and after', answers: gettingHome },
];
