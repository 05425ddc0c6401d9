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
];

const someoneWeCanReach: readonly Answering[] = [
  write('Name of someone we can call in an emergency', 'Ruth Bell'),
  write('Their phone number', '503 555 0190'),
  choose('May they know that you come to us?', 'Yes'),
  choose('Does someone else make medical decisions for you?', 'No'),
];

const heart: readonly Answering[] = noTo(
  'Have you ever had an aneurysm, or tangled blood vessels (an AVM)?',
  'Have you ever had bleeding in the brain?',
  'Have you ever had a stroke or a mini-stroke (TIA)?',
  'Has a doctor told you that a rise in blood pressure would be dangerous for you?',
);

const body: readonly Answering[] = [
  ...noTo(
    'Have you ever had a seizure?',
    'Have you had raised pressure in the head, a brain tumor, or a head injury in the last months?',
    'Do you have glaucoma, or have you had eye surgery?',
    'Do you have an overactive thyroid?',
    'Do you have sleep apnea, or does your breathing stop in your sleep?',
  ),
  choose('Do you have any of these?', 'None of these'),
  choose('Have you or a close relative ever had trouble with anesthesia or sedation?', 'No'),
];

const mind: readonly Answering[] = [
  choose('Has anyone ever told you that you have one of these?', 'None of these'),
  ...noTo(
    'Have you ever heard, seen or strongly believed things that other people did not?',
    'Has a parent, brother, sister or child of yours had schizophrenia, psychosis or bipolar disorder?',
    'In the last 2 weeks, have you had lots of energy with little sleep, racing thoughts, or done risky things?',
    'Do you often feel unreal, outside your body, or lose time?',
  ),
];

const gettingHome: readonly Answering[] = [
  choose(
    'After a dosing session you can’t drive until the next day. Can an adult take you home?',
    'Not yet, I’d like help to plan it',
  ),
  choose('Will someone be at home with you that evening?', 'Yes'),
  choose(
    'Are your answers true as far as you know, and will you tell us when something changes?',
    'Yes, they are, and I will',
  ),
];

const usedThisYear = 'In the last 12 months, have you used any of these?';
const usedKetamine = 'Have you had ketamine or esketamine before, as treatment or otherwise?';
const stillChanged = 'Has a psychedelic ever left you with lasting changes in what you see or feel?';

/** The shortest way through: what is required, and mostly no. */
export const shortHistory = (person: Person): readonly Topic[] => [
  { title: 'About you', answers: aboutYou(person) },
  { title: 'Someone we can reach', answers: someoneWeCanReach },
  {
    title: 'What brings you here',
    answers: [
      choose('What would you like help with?', 'Depression or low mood'),
      choose('Are you seeing a therapist now?', 'No'),
      choose('Have you taken medicine for your mood, worry or sleep before?', 'No'),
      choose('Have you had any of these?', 'None of these'),
      choose('In the last 12 months, did you stay in a hospital for your mental health?', 'No'),
    ],
  },
  {
    title: 'Heart and blood pressure',
    answers: [
      ...heart,
      choose('Do you have high blood pressure?', 'No'),
      choose('Have you ever had any of these?', 'None of these'),
    ],
  },
  { title: 'The rest of your body', answers: body },
  { title: 'Pregnancy', answers: [choose('Could you become pregnant, or are you pregnant now?', 'No')] },
  {
    title: 'Medicines and allergies',
    answers: [
      choose('Do you take any medicine now?', 'No'),
      choose('Do you take any of these now? It’s fine to say it twice.', 'None of these'),
      choose('Have you ever had an allergy or a bad reaction to ketamine or esketamine?', 'No'),
      choose('Do you have any other allergies?', 'No'),
    ],
  },
  {
    title: 'Your mental health',
    answers: [...mind, choose('Have you lived through something that still weighs on you?', 'No')],
  },
  {
    title: 'Alcohol, cannabis and other substances',
    answers: [
      choose('How often do you drink alcohol?', 'Never'),
      choose(usedThisYear, 'None of these'),
      ...noTo(usedKetamine, stillChanged),
    ],
  },
  { title: 'Getting home, and after', answers: gettingHome },
];

const medicine = (position: number, name: string, dose: string, often: string): Answering => ({
  entry: `Medicine ${position}`,
  ...(position > 1 && { press: 'Add another medicine' }),
  answers: [
    write('Name of the medicine', name),
    write('Dose', dose),
    write('How often do you take it?', often),
  ],
});

/** What this client writes in their own words; each line is found on no other screen. */
export const IN_THEIR_WORDS = {
  hopes: 'To sleep through the night,\nand to paint again.',
  worries: 'That I could not stop it once it has begun.',
  pressure: '128 over 82, last month',
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
      write('What should we call you?', `${person.given} B.`),
      write('Are there good or safe times to call you?', 'Weekdays after 4'),
    ],
  },
  { title: 'Someone we can reach', answers: someoneWeCanReach },
  {
    title: 'What brings you here',
    answers: [
      choose('What would you like help with?', 'Depression or low mood', 'Grief or serious illness'),
      write('What do you hope will be different?', IN_THEIR_WORDS.hopes),
      write('Is there anything about this treatment that worries you?', IN_THEIR_WORDS.worries),
      choose('Are you seeing a therapist now?', 'Yes, about every week'),
      choose('Have you taken medicine for your mood, worry or sleep before?', 'Yes'),
      {
        entry: 'Medicine 1',
        answers: [
          write('Which medicine?', 'Fluoxetine'),
          choose('About how long did you take it?', '6 weeks or more'),
          write('Did it help? Why did you stop?', 'It made me sleepy.'),
        ],
      },
      choose('Have you had any of these?', 'Talk therapy'),
      choose('In the last 12 months, did you stay in a hospital for your mental health?', 'No'),
    ],
  },
  {
    title: 'Heart and blood pressure',
    answers: [
      ...heart,
      choose('Do you have high blood pressure?', 'Yes'),
      choose('Is it treated?', 'Yes, and it is mostly fine now'),
      write('What was your last reading, and when?', IN_THEIR_WORDS.pressure),
      choose('Have you ever had any of these?', 'None of these'),
    ],
  },
  {
    title: 'The rest of your body',
    answers: [...body, write('Your height', '5 feet 6'), write('Your weight', '150 pounds')],
  },
  {
    title: 'Pregnancy',
    answers: [
      choose('Could you become pregnant, or are you pregnant now?', 'Yes'),
      ...noTo(
        'Are you pregnant now?',
        'Are you trying to become pregnant in the next months?',
        'Are you breastfeeding or chestfeeding?',
      ),
    ],
  },
  {
    title: 'Medicines and allergies',
    answers: [
      choose('Do you take any medicine now?', 'Yes'),
      medicine(1, IN_THEIR_WORDS.medicine, IN_THEIR_WORDS.dose, 'Every morning'),
      medicine(2, 'Lisinopril', '10 mg', 'Every evening'),
      choose('Do you take any of these now? It’s fine to say it twice.', 'None of these'),
      choose('Have you ever had an allergy or a bad reaction to ketamine or esketamine?', 'Not sure'),
      choose('Do you have any other allergies?', 'Yes'),
      {
        entry: 'Allergy 1',
        answers: [
          write('What are you allergic to?', IN_THEIR_WORDS.allergy),
          choose('How bad is it?', 'Mild, such as a rash'),
        ],
      },
    ],
  },
  {
    title: 'Your mental health',
    answers: [
      ...mind,
      choose('Have you lived through something that still weighs on you?', 'I’d rather talk about it'),
      write('Is there anything that would help you feel safe in a session?', IN_THEIR_WORDS.safety),
    ],
  },
  {
    title: 'Alcohol, cannabis and other substances',
    answers: [
      choose('How often do you drink alcohol?', 'A few times a month, or every week'),
      choose('Have you ever felt ill or shaky, or had a seizure, when you stopped drinking?', 'No'),
      choose(usedThisYear, 'Cannabis or CBD'),
      write('How often, and when was the last time?', 'Twice in summer'),
      ...noTo(usedKetamine, stillChanged),
    ],
  },
  { title: 'Getting home, and after', answers: gettingHome },
];
