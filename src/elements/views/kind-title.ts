import type { PracticeBasics } from '../../domain/practice/basics.js';
import type { SessionKindId } from '../../domain/practice/session-kind.js';
import type { Messages } from '../../locale/messages.js';

/** What the practice calls a kind of session, or our word for it. */
export const kindTitle = (kind: SessionKindId, practice: PracticeBasics | undefined, t: Messages): string =>
  practice?.sessionKinds?.find(({ id }) => id === kind)?.title ?? t.kind[kind];
