import { FOR_SAFETY, askYesNo, tellMore, topic } from '../items.js';
import { safetyQuestions } from '../safety-questions.js';

export const safety = topic('safety', 'Feeling safe', {
  part: 'therapy',
  why: FOR_SAFETY,
  hint: 'These can be hard questions. You never have to say what happened to you. “I’d rather talk about it” is a full answer to any of these.',
  item: [
    askYesNo('trauma', 'Have you lived through something that still weighs on you?', {
      hint: 'Yes or no is enough.',
    }),
    ...safetyQuestions({
      thoughts: 'In the last month',
      plan: 'In the last 3 months',
      selfHarm: 'In the last 12 months',
    }),
    tellMore('safety-wishes', 'Is there anything that would help you feel safe in a session?', {
      enableWhen: [{ question: 'trauma', operator: '!=', answer: 'no' }],
    }),
  ],
});
