import type { ConsentDocument } from '../../../src/domain/consent/document.js';

/** What clients signed before `ketamineTherapyConsent` 2.0.0, in the name of the demo's practice. */
const firstConsent: ConsentDocument = {
  schema: 'kap/consent-document/1',
  id: 'ketamine-therapy',
  version: '2026-11',
  locale: 'en',
  title: 'Consent to ketamine-assisted psychotherapy',
  change: 'material',
  blocks: [
    {
      id: 'about',
      heading: 'Before you read',
      paragraphs: [
        'This is a sample text, shown so that you can try it. Stillwater House is an invented practice. In its name, Mara Lindqvist, LMFT, adopted the text on November 2, 2026. Please sign with an invented name.',
        'It says what you agree to when you choose this treatment, what can go wrong, and what else there is. It takes about 10 minutes. Now and then we ask you to tick a sentence or to answer a question. The questions are no exam: they show us whether we have put things plainly enough.',
      ],
    },
    {
      id: 'who-treats-you',
      heading: 'Who treats you, and who decides what?',
      paragraphs: [
        'Mara Lindqvist, LMFT, is your therapist. She helps you prepare, and she stays with you in the room while the medicine works. Later she helps you make sense of what came up. She does not prescribe.',
        'Tomás Reyes, PMHNP, is your prescriber. He is a nurse practitioner for mental health. He reads your health history and meets you. He alone decides whether ketamine can be prescribed for you, and how much. He starts low.',
        'You decide whether you want it. Nobody else can decide that for you. Your signature does not mean that it will be prescribed.',
      ],
    },
    {
      id: 'the-medicine',
      heading: 'What is ketamine, and what is a session like?',
      paragraphs: [
        'Ketamine is a medicine for anesthesia: it lets people sleep through surgery. In a much smaller dose it changes, for a while, how you sense your body, time and your own thoughts.',
        'Here it comes as a lozenge that melts under your tongue. You take it at the house, in what we call a dosing session. We take your blood pressure first. Then you lie back, with music if you like it, and Mara stays with you. The medicine starts within about 20 minutes, and most of it is over after an hour or so. Then you rest until you are steady. Set aside 3 hours.',
        'You may feel far away from your body or from the room. This is called dissociation. Time may feel odd. You may see things with your eyes closed. You may feel a great deal, or very little. Before and after, in sessions of their own, you and Mara talk. That is most of the work.',
      ],
    },
    {
      id: 'off-label',
      heading: 'Has it been approved for this?',
      paragraphs: [
        'No. The FDA is the US agency that reviews medicines. It has approved ketamine as an injection, for anesthesia. It has not approved it for depression, anxiety, trauma or anything else that we treat. It has approved no ketamine lozenge for any use. Our lozenges are made to order by a pharmacy, and the FDA does not review medicines that are made that way.',
        'To use a medicine for something that it is not approved for is called off-label. A prescriber may do so after weighing your case. One related medicine, esketamine nasal spray, is approved for some forms of depression. We do not offer it, but we can tell you who does.',
      ],
      acknowledgement:
        'I know that the FDA has not approved ketamine for this use, and no ketamine lozenge for any use.',
    },
    {
      id: 'controlled',
      heading: 'A controlled medicine',
      paragraphs: [
        'Ketamine is a controlled medicine (Schedule III): legal when it is prescribed for you, and open to misuse. Some people come to crave it.',
        'Your lozenge is for you alone: Tomás has weighed your health, and nobody else’s. You take it here, on the days that we have agreed. None of it goes home with you.',
      ],
      acknowledgement: 'I will never share, sell or give away this medicine.',
    },
    {
      id: 'benefits-and-other-ways',
      heading: 'Will it help, and what else could?',
      paragraphs: [
        'We hope so, but we can’t promise it. Some people feel better, some notice no change, and a few feel worse. When it helps, the effect often fades. Then you may need more sessions, or some other care.',
        'Most studies gave ketamine through a vein and without therapy. They tell us only so much about what we do here, so we quote no success rates.',
        'There are other ways to be helped. We are glad to talk them through with you:',
      ],
      list: [
        'Psychotherapy by itself.',
        'Other medicines, alone or together.',
        'Esketamine nasal spray, in a certified clinic.',
        'Magnetic stimulation of the brain (TMS), or a brief electric current to the brain while you sleep (ECT).',
        'Changes in how you live, such as sleep and movement.',
        'No treatment for now.',
      ],
      acknowledgement: 'I know that it may not help me, and that there are other ways to be helped.',
    },
    {
      id: 'risks',
      heading: 'What can go wrong?',
      paragraphs: [
        'On the day, people often feel far away, dizzy, sleepy or sick. Some throw up, get a headache, feel numb or anxious, or have an odd taste in the mouth. Blood pressure and heart rate rise for a while.',
        'Some risks are serious. We can’t know beforehand whom they will reach:',
      ],
      list: [
        'Your blood pressure may rise so far that it needs care. You may faint or fall.',
        'Your breathing may slow down. If you throw up, some of it may get into your lungs.',
        'You may get very frightened or confused, or meet a memory that hurts.',
        'It may set off mania (far too much energy) or psychosis (losing touch with what is real).',
        'Your mood may turn darker in the days after. Thoughts of suicide may come, or get stronger.',
        'You may be allergic to it.',
        'With repeated use it can harm the bladder, the liver and the bile ducts, and it can affect memory and attention.',
        'You may come to depend on it.',
        'Not all that long use does is known.',
      ],
      acknowledgement:
        'I know what is common and what is serious, and that not every risk of this medicine is known.',
    },
    {
      id: 'tell-us',
      heading: 'What do we need to know from you?',
      paragraphs: [
        'Some illnesses and some medicines do not go well with ketamine. So please answer the health history as fully as you can. You can leave anything in it for a talk with Tomás.',
        'Please do not stop or change a medicine on your own. Ask Tomás first, or whoever prescribed it.',
        'Tell us before your next session when one of these is so:',
      ],
      list: [
        'You are pregnant, may be, or are trying to be. The medicine may not be safe in pregnancy.',
        'You are breastfeeding or chestfeeding.',
        'You start, stop or change a medicine, an herb or a supplement.',
        'You have had alcohol, cannabis or another drug. Nobody here judges you. Some mixes are not safe.',
        'You are ill or hurt, or learn of a new illness.',
        'Your mood is very low, or you have lots of energy and hardly sleep.',
      ],
      acknowledgement:
        'I will tell the practice about my health, my medicines and what I use, and whether I am or may be pregnant. I will say so when it changes.',
      check: {
        question: 'Your doctor gives you a new medicine a few days before a session. What do you do?',
        answers: [
          { id: 'leave-it', text: 'I leave it out until the session is over.' },
          { id: 'say-nothing', text: 'Nothing. It is for something else.' },
          { id: 'tell', text: 'I tell Tomás before I come.', right: true },
        ],
        explanation:
          'Tell Tomás about any new medicine before you come, even if it seems to have nothing to do with this. He checks whether the two go together. Please do not stop it on your own; that can do harm too.',
      },
    },
    {
      id: 'the-day',
      heading: 'The day itself',
      paragraphs: [
        'These rules keep you safe. If one of them is hard for you, call us, and we plan it together.',
      ],
      list: [
        'Come with an empty stomach. Tomás tells you when to stop eating and drinking.',
        'An adult you trust takes you home. Tell us who it is before the day. If nobody can come, we choose another day.',
        'Stay until we have seen that you are steady.',
        'Do not drive or work with machines until the next day, after a night’s sleep.',
        'Until then, do not decide anything big, and do not look after children alone.',
      ],
      acknowledgement:
        'An adult takes me home, and I will not drive until the next day, after a night’s sleep.',
      check: {
        question: 'Your session is over at noon. By evening you feel fine. When may you drive?',
        answers: [
          { id: 'evening', text: 'That evening, since I feel fine.' },
          { id: 'next-day', text: 'The next day, after a night’s sleep.', right: true },
          { id: 'after-food', text: 'Once I have eaten and rested for an hour.' },
        ],
        explanation:
          'Drive the next day, after a night’s sleep. It is natural to trust how you feel, but feeling fine is no sure sign that the medicine has worn off. If you have to be somewhere that evening, tell us, and we plan it with you.',
      },
    },
    {
      id: 'stopping',
      heading: 'Can you stop?',
      paragraphs: [
        'Yes, at any time. You can say no today, next week, or on the day with the lozenge in your hand. You can pause, or end the whole course. You owe nobody a reason, and we go on treating you as well as before.',
        'There is one limit. Once the medicine works, nobody can take it back out. An effect that has begun has to run out. If you want it to end, say so. Mara helps you through it, and we ask you to stay until it is safe to go.',
      ],
      acknowledgement:
        'I can say no, pause or stop at any time. An effect that has begun has to run out, and I may be asked to stay until it is safe.',
      check: {
        question: 'The medicine has begun to work, and you want it to end. What happens?',
        answers: [
          { id: 'at-once', text: 'Mara gives me something, and it ends at once.' },
          { id: 'runs-out', text: 'I tell Mara. She helps me until it has run out.', right: true },
          { id: 'no-say', text: 'I have signed, so I no longer have a say.' },
        ],
        explanation:
          'Tell Mara. You always have a say, whatever you have signed. She stays with you and helps, and you rest here until the effect has run out. After that you never have to take it again.',
      },
    },
    {
      id: 'privacy',
      heading: 'Who learns what you tell us?',
      paragraphs: [
        'Mara and Tomás keep it to themselves. They share with each other what they need to treat you. The office sees how to reach you and when you come. It does not see your health answers.',
        'We keep a record of your care, and this consent is part of it. You can ask for a copy, have a mistake put right, or ask how long we keep it.',
        'Privacy has limits. We may tell others what they must know in cases like these:',
      ],
      list: [
        'You or somebody else is in serious danger.',
        'A child, an elder, or an adult who depends on care is being harmed or neglected.',
        'You need emergency care.',
        'A court orders it.',
        'Whoever pays for your care, or oversees ours, has a right to it.',
      ],
    },
    {
      id: 'emergencies',
      heading: 'If you need help now',
      paragraphs: [
        'We are not a crisis service, and nobody watches our phone or our mail at night. We are here Monday to Friday and answer within two working days. When it is urgent, please do not wait for us:',
      ],
      list: [
        'If a life is in danger, call 911. Chest pain, trouble with breathing, and somebody who can’t be woken all count.',
        'If you think of suicide or can’t bear it any more, call or text 988, day or night.',
        'For all that can wait, call us at (503) 555-0142.',
      ],
      check: {
        question: 'Late one night you are afraid that you might hurt yourself. Who do you turn to first?',
        answers: [
          { id: 'lines', text: 'I call or text 988, or call 911.', right: true },
          { id: 'mail', text: 'I write to the practice and wait for an answer.' },
          { id: 'session', text: 'Nobody. I keep it for my next session.' },
        ],
        explanation:
          'Call or text 988, or call 911 when a life is in danger. They are awake at night, and we are not. You do not have to be sure that it is bad enough. Tell Mara or Tomás when you can, so that we can help as well.',
      },
    },
    {
      id: 'questions',
      heading: 'Questions, paper, and changing your mind',
      paragraphs: [
        'Ask us anything, before you sign or after: (503) 555-0142. We can also read this together. Please sign with a clear head, and not on a day with the medicine.',
        'You can have all of it on paper and sign there. It costs you nothing. If you sign here, you get a copy at once, to save or print. We give you another whenever you ask.',
        'You can take this consent back at any time, by phone or in writing. It costs you nothing, and Mara is still there for you. If you only want paper from then on, say so. When this text or your treatment changes in a way that matters, we ask you again.',
      ],
    },
  ],
};

/**
 * Earlier versions of our consent documents, as they were published: what was signed stays signed, and its text must
 * never change.
 */
export const earlierConsents: readonly ConsentDocument[] = [firstConsent];
