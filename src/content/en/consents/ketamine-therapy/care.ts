import type { ConsentBlock } from '../../../../domain/consent/document.js';

/** Who treats, with what, and how far it has been approved. */
export const care: readonly ConsentBlock[] = [
  {
    id: 'about',
    heading: 'Before you read',
    paragraphs: [
      'This text says what you agree to when you choose ketamine-assisted psychotherapy at {{practice}}: what we do, what can go wrong, and what else there is. Give it half an hour. You can read it with somebody you trust.',
      'Now and then we ask you to tick a sentence, to choose, or to answer a question. Where you choose, each answer is fine with us. The questions are no exam: they show us whether we have put things plainly enough.',
      'Please do not read it for the first time on the day of a dosing session.',
    ],
  },
  {
    id: 'who-treats-you',
    heading: 'Who treats you, and who decides what?',
    paragraphs: [
      '{{therapist}} is your therapist, helps you prepare, and later helps you make sense of what came up. Your therapist does not prescribe.',
      '{{prescriber}} is your prescriber: {{prescriber-role}}. Your prescriber reads your health history and meets you. Your prescriber alone decides whether ketamine can be prescribed for you, and how much.',
      'While the medicine works, {{present}}.',
      'You decide whether you want it. Nobody else can decide that for you. Your signature does not mean that it will be prescribed.',
      'To reach any of us, call {{phone}}. We are here {{hours}}.',
    ],
  },
  {
    id: 'the-medicine',
    heading: 'What is ketamine, and what is a session like?',
    paragraphs: [
      'Ketamine is a medicine for anesthesia: it lets people sleep through surgery. In a much smaller dose it changes, for a while, how you sense your body, time and your own thoughts.',
      'Here you take it {{how-taken}}. Your prescriber decides the dose, and starts low. You feel it after {{effect-begins}}, and most of it is over after {{effect-lasts}}. Then you rest until you are steady. Set aside {{session-length}}.',
      'You may feel far away from your body or from the room. This is called dissociation. Time may feel odd. You may see things with your eyes closed. You may feel a great deal, or very little.',
      'The medicine is only one part. Before it, you and your therapist talk about what you hope for, what worries you, and what helps you when it gets hard. After it, you talk about what came up, and what you want to do with it. That is called integration.',
    ],
  },
  {
    id: 'off-label',
    heading: 'Has it been approved for this?',
    paragraphs: [
      'No. The FDA is the US agency that reviews medicines. It has approved ketamine as an injection, for anesthesia. It has not approved it for depression, anxiety, trauma or anything else that we treat. It has approved no lozenge, no tablet, and no other ketamine that is taken by mouth, for any use.',
      'To use a medicine for something that it is not approved for is called off-label. A prescriber may do so after weighing your case. A medicine that a pharmacy makes to order is called compounded. The FDA does not review medicines that are made that way.',
      'The FDA has warned about compounded ketamine for mental health. The harms that it named: people get very sleepy or feel cut off, some misuse it, blood pressure rises, breathing slows, and the bladder can suffer.',
      'One related medicine, esketamine nasal spray, is approved for some forms of depression. It is given in certified clinics.',
    ],
    acknowledgement: 'I know that the FDA has not approved ketamine for this use.',
    check: {
      question: 'A friend asks whether ketamine has been approved for what you have. How would you put it?',
      answers: [
        {
          id: 'approved',
          text: 'The FDA has approved it for depression. The form I take is just a newer one.',
        },
        {
          id: 'off-label',
          text: 'It is approved for surgery. A prescriber may still use it for this after weighing my case.',
          right: true,
        },
        { id: 'exception', text: 'It is banned for this, but my practice has been granted an exception.' },
      ],
      explanation:
        'The FDA has approved ketamine as an injection, for anesthesia. A prescriber may use it for other things after weighing your case: that is off-label, and it is legal. It also means that less is known about how it works here.',
    },
  },
  {
    id: 'controlled',
    heading: 'A controlled medicine',
    paragraphs: [
      'Ketamine is a controlled substance (Schedule III): legal when it is prescribed for you, and open to misuse. Some people come to crave it.',
      'Your prescriber looks into the state’s monitoring database before and during treatment. Please tell us when somebody else gives you ketamine or esketamine.',
      'Your medicine is for you alone. Your prescriber has weighed your health, and nobody else’s. It could harm another person badly.',
    ],
    acknowledgement:
      'I will never share, sell or give away this medicine, and I know that my prescriber checks the database.',
  },
];
