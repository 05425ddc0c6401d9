import { html, nothing, type TemplateResult } from 'lit';
import { guard } from 'lit/directives/guard.js';
import { keyed } from 'lit/directives/keyed.js';
import type { FillingState, ShownProblem } from '../../app/intake/state.js';
import type { ItemPath } from '../../domain/questionnaire/answers.js';
import type { EnabledItem } from '../../domain/questionnaire/enabled-items.js';
import { isRepeated, type Item } from '../../domain/questionnaire/questionnaire.js';
import { button, linkButton } from '../views/button.js';
import { field } from '../views/field.js';
import { several } from '../views/field-frame.js';
import { fieldId, problemSentence, titleOf, type ProblemContext } from '../views/field-props.js';
import { safetyBelow, safetyNote } from './safety.js';
import type { ViewProps } from './view-props.js';

/** What the sentences about problems need to know. */
export const wordsOf = ({ t, practice, context }: ViewProps): ProblemContext => ({
  t,
  minimumAge: context.minimumAge,
  phone: practice?.contact.phone,
});

/** What all the questions of a page are shown with. */
interface Asking {
  readonly state: FillingState;
  readonly props: ViewProps;
  readonly problems: ReadonlyMap<ItemPath, ShownProblem>;
  /** The page's. */
  readonly title: string;
  /** How many titled groups stand around an item, the page aside. */
  readonly depth: number;
}

function sentenceFor({ item, path }: EnabledItem, { props, problems }: Asking): string | undefined {
  const problem = problems.get(path);
  return problem && problemSentence(problem, item, wordsOf(props));
}

/** Rendered anew only when something has happened to this question: forms may have hundreds of them. */
function question(enabled: EnabledItem, asking: Asking, name?: string): unknown {
  const { item, path } = enabled;
  const { state, props } = asking;
  const { t, send } = props;
  const entry = state.answers.entries.get(path);
  const problem = sentenceFor(enabled, asking);
  return guard([enabled, entry, problem, name], () =>
    field({
      // What stands above all of them is not said again.
      item: name === undefined ? item : { ...item, hint: undefined, why: undefined },
      path,
      entry,
      name,
      problem,
      t,
      onEntry: (written) => send({ type: 'answer', path, entry: written }),
      onChoice: (code, ticked) => send({ type: 'choose', item, path, code, ticked }),
    }),
  );
}

/** A heading of the level that its depth asks for; there are no more than six. */
function heading(words: string, depth: number): unknown {
  if (words === '') return nothing;
  if (depth === 0) return html`<h3 part="subtitle">${words}</h3>`;
  if (depth === 1) return html`<h4 part="subtitle">${words}</h4>`;
  if (depth === 2) return html`<h5 part="subtitle">${words}</h5>`;
  return html`<h6 part="subtitle">${words}</h6>`;
}

/** A group's title and hint. */
const introduction = (title: string, { hint }: Item, depth: number): unknown =>
  title || hint
    ? html`<div>
        ${heading(title, depth)} ${hint ? html`<p class="hint" part="hint">${hint}</p>` : nothing}
      </div>`
    : nothing;

const within = (title: string, asking: Asking): Asking =>
  title === '' ? asking : { ...asking, depth: asking.depth + 1 };

/** One instance of a repeating item: a group under its name, or the question once more. */
function instance(
  { item }: EnabledItem,
  items: readonly EnabledItem[],
  name: string,
  remove: unknown,
  asking: Asking,
): TemplateResult {
  const [once] = items;
  if (item.type !== 'group' && once)
    return html`<div class="once" part="instance">${one(once, asking, name)} ${remove}</div>`;
  return html`<fieldset class="instance fields" part="instance">
    <legend part="subtitle" tabindex="-1">${name}</legend>
    ${inOrder(item.item, items, asking)} ${remove}
  </fieldset>`;
}

/** The instances of a repeating item, each removable by its name, and a way to add one. */
function instances(enabled: EnabledItem, asking: Asking): TemplateResult {
  const { item, path, instances: all } = enabled;
  const { t, send, focusOn, announce } = asking.props;
  const { entryName: name = t.entry, minOccurs = 0, maxOccurs = Number.POSITIVE_INFINITY } = item;
  // What an instance is called is title enough, and so is the page's where it is the same.
  const title = item.entryName || item.text === asking.title ? '' : titleOf(item);
  const inside = within(title, asking);
  const id = fieldId(path);
  const add = () => {
    send({ type: 'add-instance', item, path });
    announce(t.added(name, all.length + 1));
    const added = `#${id} > [part~="instance"]:nth-of-type(${all.length + 1})`;
    focusOn(`${added} ${item.type === 'group' ? '> legend' : ':is(.input, .choice input)'}`);
  };
  const remove = (key: number, position: number) => {
    send({ type: 'remove-instance', item, path, key });
    announce(t.removed(name, position));
    focusOn(`#${id} > .add button`);
  };
  const removal = (key: number, position: number) =>
    all.length > minOccurs && !item.readOnly
      ? html`<div>${linkButton(t.remove(name, position), () => remove(key, position))}</div>`
      : nothing;
  const problem = sentenceFor(enabled, asking);
  const list = html`
    ${all.map(({ key, items }, index) =>
      keyed(key, instance(enabled, items, t.instance(name, index + 1), removal(key, index + 1), inside)),
    )}
    ${
      all.length < maxOccurs && !item.readOnly
        ? html`<div class="add">
            ${button(all.length === 0 ? t.addFirst(name) : t.addAnother(name), add)}
          </div>`
        : nothing
    }
  `;
  if (item.type !== 'group')
    return several({ item, path, problem, t }, html`<div class="fields repeated" id=${id}>${list}</div>`);
  return html`<div class="fields" id=${id}>
    ${introduction(title, item, asking.depth)}
    ${problem === undefined ? nothing : html`<p class="error" part="error">${problem}</p>`} ${list}
  </div>`;
}

/** An item with everything in it. */
function one(enabled: EnabledItem, asking: Asking, name?: string): unknown {
  const { item, items } = enabled;
  if (isRepeated(item)) return instances(enabled, asking);
  if (item.type === 'display') return item.text ? html`<p part="text">${titleOf(item)}</p>` : nothing;
  if (item.type !== 'group')
    return html`${safetyNote(enabled, asking.state, asking.props)}${question(enabled, asking, name)}${safetyBelow(enabled, asking.state, asking.props)}
    ${items.length > 0 ? html`<div class="fields nested">${inOrder(item.item, items, asking)}</div>` : nothing}`;
  const title = titleOf(item);
  return html`<div class="fields">
    ${introduction(title, item, asking.depth)} ${inOrder(item.item, items, within(title, asking))}
  </div>`;
}

/** Each of all the items keeps its place, there or not, so that no other is drawn anew when it comes or goes. */
function inOrder(all: readonly Item[] = [], enabled: readonly EnabledItem[], asking: Asking): unknown {
  const byId = new Map(enabled.map((each) => [each.item.linkId, each]));
  return all.map(({ linkId, hidden }) => {
    const each = byId.get(linkId);
    return each && !hidden ? one(each, asking) : nothing;
  });
}

/** Keyed, because a radio button that is used again for another question takes its neighbours' dots away. */
export function questions(
  { item, path, items }: EnabledItem,
  state: FillingState,
  props: ViewProps,
): unknown {
  const problems = new Map(state.problems.map((problem) => [problem.path, problem]));
  return keyed(path, inOrder(item.item, items, { state, props, problems, title: item.text, depth: 0 }));
}
