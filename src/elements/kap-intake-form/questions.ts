import { html, nothing, type TemplateResult } from 'lit';
import { keyed } from 'lit/directives/keyed.js';
import type { FillingState } from '../../app/intake/state.js';
import type { EnabledItem } from '../../domain/questionnaire/enabled-items.js';
import { button, linkButton } from '../views/button.js';
import { field } from '../views/field.js';
import { fieldId, problemSentence, type ProblemContext } from '../views/field-props.js';
import { safetyBelow, safetyNote } from './safety.js';
import type { ViewProps } from './view-props.js';

/** What the sentences about problems need to know. */
export const wordsOf = ({ t, practice, context }: ViewProps): ProblemContext => ({
  t,
  minimumAge: context.minimumAge,
  phone: practice?.contact.phone,
});

function question({ item, path }: EnabledItem, state: FillingState, props: ViewProps): TemplateResult {
  const { t, send } = props;
  const problem = state.problems.find((each) => each.path === path);
  return field({
    item,
    path,
    t,
    entry: state.answers.entries.get(path),
    problem: problem && problemSentence(problem, item, wordsOf(props)),
    onEntry: (entry) => send({ type: 'answer', path, entry }),
    onChoice: (code, ticked) => send({ type: 'choose', item, path, code, ticked }),
  });
}

/** The instances of a repeating group, each removable by its name, and a way to add one. */
function instances(
  { item, path, instances: all }: EnabledItem,
  state: FillingState,
  props: ViewProps,
): TemplateResult {
  const { t, send, focusOn, announce } = props;
  const name = item.entryName ?? t.entry;
  const groupId = fieldId(path);
  const add = () => {
    send({ type: 'add-instance', item, path });
    announce(t.added(name, all.length + 1));
    focusOn(`#${groupId} > .instance:last-of-type > legend`);
  };
  const remove = (key: number, position: number) => {
    send({ type: 'remove-instance', item, path, key });
    announce(t.removed(name, position));
    focusOn(`#${groupId} > .add button`);
  };
  const problem = state.problems.find((each) => each.path === path);
  return html`
    <div class="fields" id=${groupId}>
      ${problem ? html`<p class="error" part="error">${problemSentence(problem, item, wordsOf(props))}</p>` : nothing}
      ${all.map(({ key, items }, index) =>
        keyed(
          key,
          html`<fieldset class="instance fields" part="instance">
            <legend part="subtitle" tabindex="-1">${t.instance(name, index + 1)}</legend>
            ${questions(items, state, props)}
            <div>${linkButton(t.remove(name, index + 1), () => remove(key, index + 1))}</div>
          </fieldset>`,
        ),
      )}
      ${
        all.length < (item.maxOccurs ?? Number.POSITIVE_INFINITY)
          ? html`<div class="add">
              ${button(all.length === 0 ? t.addFirst(name) : t.addAnother(name), add)}
            </div>`
          : nothing
      }
    </div>
  `;
}

function questionOrGroup(enabled: EnabledItem, state: FillingState, props: ViewProps): TemplateResult {
  const { item, items } = enabled;
  if (item.type === 'display') return html`<p part="text">${item.text}</p>`;
  if (item.type !== 'group')
    return html`${safetyNote(enabled, state, props)}${question(enabled, state, props)}${safetyBelow(enabled, state, props)}${questions(items, state, props)}`;
  if (item.repeats) return instances(enabled, state, props);
  return html`<div class="fields">
    <h3 part="subtitle">${item.text}</h3>
    ${questions(items, state, props)}
  </div>`;
}

/** Keyed, because a radio button that is used again for another question takes its neighbours' dots away. */
export const questions = (items: readonly EnabledItem[], state: FillingState, props: ViewProps): unknown =>
  items.map((enabled) => keyed(enabled.path, questionOrGroup(enabled, state, props)));
