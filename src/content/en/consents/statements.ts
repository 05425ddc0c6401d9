/**
 * Every sentence that the widget has put above a signature, the newest last. None is taken away: what was signed under
 * an earlier one may still be on its way. The widget's own copy stands among the words of its interface.
 */
export const SIGNING_STATEMENTS: readonly string[] = [
  'I have read this, my questions have been answered or I know whom to ask, and I agree of my own free will. Typing my name below is my signature.',
  'I have read this, my questions have been answered or I know whom to ask, and I agree of my own free will, for myself or for the person I sign for. The name I type or draw below is my signature.',
];
