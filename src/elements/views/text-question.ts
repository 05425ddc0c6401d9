import type { TemplateResult } from 'lit';
import type { Messages } from '../../locale/messages.js';
import { field } from './field.js';

export interface TextQuestionProps {
  /** Names the question in this element's root. */
  readonly name: string;
  readonly label: string;
  readonly hint?: string;
  readonly format?: 'phone';
  /** Whether it has to be answered, as it has where nothing is said. */
  readonly required?: boolean;
  readonly autocomplete: string;
  readonly value: string;
  readonly problem: string | undefined;
  readonly t: Messages;
  readonly onInput: (value: string) => void;
}

/** One line of text that an element asks for of its own accord: a name, a phone number. */
export function textQuestion({
  name,
  label,
  value,
  problem,
  t,
  onInput,
  ...more
}: TextQuestionProps): TemplateResult {
  return field({
    item: { linkId: name, type: 'string', text: label, required: true, ...more },
    path: name,
    entry: value,
    problem,
    t,
    onEntry: (entry) => onInput(typeof entry === 'string' ? entry : ''),
    onChoice: () => undefined,
  });
}
