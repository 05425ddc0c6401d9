import type { ConsentBlock } from '../../../../domain/consent/document.js';

/** What the practice must know, what the day asks for, and what a client can do at any time. */
export const safety: readonly ConsentBlock[] = [
  {
    id: 'tell-us',
    heading: 'What do we need to know from you?',
    paragraphs: [
      'Ketamine is not for everybody. It can be too risky for somebody who has a weak spot in a blood vessel (an aneurysm) or tangled blood vessels, who ever had bleeding in the brain, whose high blood pressure is not treated, or who is allergic to ketamine. Some troubles of the heart, the lungs, the eyes, the thyroid, the liver and the bladder count too. So do psychosis and mania.',
      'It may harm an unborn baby. It is not advised while you breastfeed or chestfeed.',
      'So please answer the health history as fully as you can. You can leave anything in it for a talk. None of it is held against you. Tell us before your next session when one of these is so:',
    ],
    list: [
      'You are pregnant, may be, or are trying to be.',
      'You are breastfeeding or chestfeeding.',
      'You start, stop or change a medicine, an herb or a supplement.',
      'You are ill or hurt, or learn of a new illness.',
      'It hurts to pass urine, you must go very often, or there is blood in it.',
      'Your mood is very low, or you have lots of energy and hardly sleep.',
      'You see, hear or believe things that others do not.',
    ],
    acknowledgement:
      'I will tell the practice about my health, my medicines, what I use, and whether I am or may be pregnant. I will say so when it changes.',
    check: {
      question:
        'A few days before a session, you may be pregnant, or your doctor gives you a new medicine. How would you tell a friend what you do?',
      answers: [
        { id: 'leave-it', text: 'I leave the medicine out, or wait for a test, and come as planned.' },
        { id: 'later', text: 'I mention it after the session. It has little to do with this.' },
        { id: 'tell', text: 'I tell the practice before I come, so that they can look at it.', right: true },
      ],
      explanation:
        'Tell us before you come, even if it seems small, and even if you are not sure. Your prescriber checks whether it is safe to go on. Please do not stop a medicine on your own; that can do harm too.',
    },
  },
  {
    id: 'mixing',
    heading: 'What about other medicines, alcohol and cannabis?',
    paragraphs: [
      'Some mixes are not safe. Medicines against pain, for sleep or against anxiety can make you too sleepy, together with ketamine. Some weaken what it does. Others raise the blood pressure. So tell us all that you take, also what you buy without a prescription.',
      'Please do not stop or change a medicine on your own. Ask your prescriber first, or whoever gave it to you.',
      'No alcohol, no cannabis and no other drugs {{substance-free}}. If you drink or use every day, do not stop all at once: that can be dangerous. Tell us, and we plan it with you. Nobody here judges you.',
    ],
  },
  {
    id: 'fasting',
    heading: 'May you eat and drink before a session?',
    paragraphs: [
      'Come with an empty stomach. You are less likely to throw up then. If that is hard for you, or you have diabetes, tell us before the day.',
    ],
    list: ['Eat nothing {{fasting-food}}.', 'Drink nothing, not even water, {{fasting-drink}}.'],
  },
  {
    id: 'watching',
    heading: 'Who watches over you?',
    paragraphs: [
      'We measure your blood pressure, your pulse and the oxygen in your blood {{monitoring-times}}. {{monitoring-person}} reads the numbers.',
      '{{blood-pressure-plan}}',
    ],
  },
  {
    id: 'the-day',
    heading: 'What must wait until the next day?',
    paragraphs: [
      'The medicine slows you down for longer than you notice. Until the next day, after a night’s sleep:',
    ],
    list: [
      'Do not drive, and do not ride a bike.',
      'Do not work with machines, or at heights.',
      'Do not decide anything big, and do not sign anything.',
      'Do not look after children alone.',
    ],
    acknowledgement:
      'Until the next day, after a night’s sleep, I will not drive, work with machines, decide anything big, or look after children alone.',
    check: {
      question:
        'Your session is over at noon. By evening you feel fine. What would you tell a friend who asks you to drive?',
      answers: [
        { id: 'evening', text: 'I can drive tonight, since I feel fine.' },
        { id: 'next-day', text: 'I can drive tomorrow, after a night’s sleep.', right: true },
        { id: 'after-food', text: 'I can drive once I have eaten and rested an hour.' },
      ],
      explanation:
        'Drive the next day, after a night’s sleep. It is natural to trust how you feel, but feeling fine is no sure sign that the medicine has worn off. If you have to be somewhere that evening, tell us, and we plan it with you.',
    },
  },
  {
    id: 'going-home',
    heading: 'How do you get home?',
    paragraphs: [
      'An adult you trust takes you home, and you tell us before the day who it is. Please stay {{stay-at-least}}, and until we have seen that you are steady.',
      'If it is hard for you to find somebody, call us. We plan it together. If nobody can come, we choose another day. Nobody blames you for that.',
    ],
    acknowledgement:
      'An adult I trust takes me home, and I stay until the practice says that it is safe to go.',
    check: {
      question:
        'An hour before your session, the person who was to take you home cancels. What would you tell a friend that you do?',
      answers: [
        { id: 'cab', text: 'I go anyway, and take a cab home by myself.' },
        { id: 'see', text: 'I go anyway, and see later how I feel.' },
        { id: 'call', text: 'I call the practice. We find another way or another day.', right: true },
      ],
      explanation:
        'Call us. You may be unsteady or upset on the way, and then it is good to have somebody at your side who knows you. A driver who is a stranger can’t be that. We help you find another way or another day.',
    },
  },
  {
    id: 'stopping',
    heading: 'Can you stop?',
    paragraphs: [
      'Yes, at any time. You can say no today, next week, or on the day itself with the medicine in front of you. You can pause, or end the whole course. You owe nobody a reason, and we go on treating you as well as before.',
      'There is one limit. Once you have taken the medicine, nobody can take it back out. An effect that has begun has to run out. If you want it to end, say so. Your therapist helps you through it, and we ask you to stay until it is safe to go.',
    ],
    acknowledgement:
      'I can say no, pause or stop at any time. An effect that has begun has to run out, and I may be asked to stay until it is safe.',
    check: {
      question:
        'The medicine has begun to work, and you want it to end. How would you tell a friend what happens then?',
      answers: [
        { id: 'at-once', text: 'I am given something else, and it ends at once.' },
        { id: 'runs-out', text: 'I say so. My therapist helps me until it has run out.', right: true },
        { id: 'no-say', text: 'I have signed, so I have to go through with it.' },
      ],
      explanation:
        'Say so. You always have a say, whatever you have signed. Your therapist stays with you and helps, and you rest until the effect has run out. After that you never have to take it again.',
    },
  },
];
