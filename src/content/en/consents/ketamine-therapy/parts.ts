import type { ConsentBlock, ConsentChoice } from '../../../../domain/consent/document.js';

/** A question whose two answers are as good as each other; what applies where nothing is said comes first. */
const yesOrNo = (id: string, question: string, no: string, yes: string): ConsentChoice => ({
  id,
  question,
  options: [
    { id: 'no', text: no },
    { id: 'yes', text: yes },
  ],
});

const NO = 'No';
const YES = 'Yes';

/** What not every practice does; each part can be left out. */
export const parts: readonly ConsentBlock[] = [
  {
    id: 'touch',
    part: 'touch',
    heading: 'May anybody touch you?',
    paragraphs: [
      'Only if you have said yes. We start from no touch. For each kind below you can say yes or no. A no costs you nothing, and we treat you as well as before.',
      'We ask you again before each session, while your head is clear. A yes can turn into a no at any time, also while the medicine works. A word, a shake of the head, or pulling your hand away is enough. The medicine can make it hard to speak, so we watch for signs too, and let go when we are in doubt.',
      'If you ask for more touch while the medicine works, we do not do it. We can talk about it another day. Touch is never sexual, whoever asks for it.',
      'There is one exception. When you are about to fall or get hurt, we may hold you, and we let go as soon as you are safe.',
    ],
    acknowledgement:
      'I know that nobody touches me unless I have said yes, except to keep me from getting hurt. I can turn a yes into a no at any time.',
    choices: [
      yesOrNo('hand', 'May your therapist hold your hand?', NO, YES),
      yesOrNo('shoulder', 'May your therapist lay a hand on your shoulder?', NO, YES),
      yesOrNo(
        'grounding',
        'May your therapist press your feet or your upper back gently, to help you feel the ground?',
        NO,
        YES,
      ),
    ],
  },
  {
    id: 'recording',
    part: 'recording',
    heading: 'May sessions be recorded or watched?',
    paragraphs: [
      'Nothing is recorded, and nobody looks on, unless you say yes. Each of these is a question of its own. A no changes nothing about your care, and you can turn a yes into a no at any time.',
      '{{recording-use}}',
    ],
    acknowledgement:
      'I know that there is no recording, no photo and no observer unless I say yes, and that a no changes nothing about my care.',
    choices: [
      yesOrNo('sound', 'May we record the sound of your sessions?', NO, YES),
      yesOrNo('video', 'May we record your sessions on video?', NO, YES),
      yesOrNo('photos', 'May we take photos in your sessions?', NO, YES),
      yesOrNo('observers', 'May somebody who is learning be in the room?', NO, YES),
    ],
  },
  {
    id: 'telehealth',
    part: 'telehealth',
    heading: 'What is different by video or phone?',
    paragraphs: [
      'Some of your sessions can be by video or phone, which is called telehealth. It saves you the trip. It also has limits:',
    ],
    list: [
      'Picture or sound may fail. Then {{telehealth-fallback}}.',
      'We see and hear less of you than in a room, and may miss something.',
      'Find a place where nobody can listen in. We do the same on our side.',
      'At the start we ask where you are and who is with you, each time, so that we know where to send help.',
      'Before the first session by video, we plan with you who could come to you in an emergency.',
      'We can treat you only while you are in {{telehealth-places}}, where we have licenses. Tell us when you will be somewhere else.',
      'You can ask for a session in person instead. {{telehealth-in-person}}',
    ],
    acknowledgement:
      'I know the limits of sessions by video or phone. I will say each time where I am and who is with me.',
  },
  {
    id: 'home-supply',
    part: 'home',
    heading: 'If you take the medicine at home',
    paragraphs: [
      'At home nobody from the practice is at your side, and that adds to the risk. In 2023 the FDA told of one person who took ketamine at home: breathing slowed down, and the blood held about twice as much ketamine as in anesthesia.',
      'In one program for use at home, fewer than 5 of 100 people reported unwanted effects. The company that runs it counted them itself, and there was no group to compare with.',
      'Please keep to these rules:',
    ],
    list: [
      'Lock the medicine away, where no child, guest or pet can get at it. Keep it in the package from the pharmacy, with its label.',
      'Count it when it comes and after each session, and write the number down.',
      'Take it only on days that are booked with us, and only the dose that is on the label. Never take more.',
      'Take it only when an adult you trust is with you, from before you take it until you are steady again.',
      'Do not carry it with you while you drive.',
      'If some is lost or stolen, call us the same day.',
      'If some is left over: {{home-leftovers}}',
    ],
    acknowledgement:
      'I will lock the medicine away, take it only on booked days with an adult beside me, and never take more than my dose.',
    check: {
      question: 'A friend who stays with you asks where you keep your medicine. What would you say?',
      answers: [
        { id: 'locked', text: 'It is locked away, in its package, and it has been counted.', right: true },
        { id: 'bag', text: 'It is in my bag, so that I always have it at hand.' },
        { id: 'shelf', text: 'It is high up in the bathroom, where children do not reach.' },
      ],
      explanation:
        'Please keep it locked away and counted, in the package from the pharmacy. Children climb, guests look for a bandage, and one dose can be dangerous for somebody else. If you have no place with a lock, tell us, and we find one with you.',
    },
    sources: [
      {
        claim:
          'In 2023 the FDA told of one person at home whose breathing slowed, with about twice as much ketamine in the blood as in anesthesia.',
        source: 'FDA, alert on compounded ketamine products for psychiatric disorders',
        year: 2023,
        count: 1,
        comparison: 'The report of one case, with nothing to compare with.',
      },
      {
        claim: 'Fewer than 5 of 100 people in a program for use at home reported unwanted effects.',
        source: 'Hull and others, report of a program for ketamine at home, by the company that runs it',
        year: 2022,
        count: 1247,
        comparison: 'Compared with nobody; people who left the program early are not in it.',
      },
    ],
  },
];
