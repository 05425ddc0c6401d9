import { html, nothing, type TemplateResult } from 'lit';
import { OWN_WORDS } from '../../domain/questionnaire/answers.js';
import type { AnswerOption } from '../../domain/questionnaire/questionnaire.js';
import { codesIn } from '../../domain/questionnaire/edit-answers.js';
import { currentOf, type Choice } from '../../app/sessions/state.js';
import { dateIn } from '../../domain/scheduling/zone.js';
import { zoneInWords } from '../../locale/format.js';
import { linkButton } from '../views/button.js';
import { suggestField } from '../views/field-suggest.js';
import type { ViewProps } from './view-props.js';

let options: readonly AnswerOption[] | undefined;

/** Every zone that the browser knows: "New York, America". */
function allZones(): readonly AnswerOption[] {
  options ??= (Intl.supportedValuesOf?.('timeZone') ?? []).map((code) => ({
    code,
    display: code.replaceAll('_', ' ').split('/').reverse().join(', '),
  }));
  return options;
}

/**
 * In whose zone the times are, and the ways to another.
 *
 * @param at an instant of the sessions, ISO 8601: the clocks of that day count, and not today's.
 */
export function zoneLine(choice: Choice, at: string, props: ViewProps): TemplateResult {
  const { t, zoneName, send } = props;
  const { zone } = choice;
  const chosen = currentOf(choice)?.slot;
  const show = (next: string) =>
    send({
      type: 'switch-zone',
      zone: next,
      day: chosen && dateIn(zoneName(next), Date.parse(chosen.start)),
    });
  const others = (['client', 'practice'] as const).filter((each) => zoneName(each) !== zoneName(zone));
  const offered = zoneName('client') === zoneName('practice') ? others.slice(0, 1) : others;
  return html`<div class="small muted zones">
    <p part="text">
      ${t.zoneShown(zoneInWords(zoneName(zone), at, t.language))}
      ${offered.map((other) => linkButton(t.showZone[other], () => show(other)))}
    </p>
    ${
      allZones().length === 0
        ? nothing
        : html`<details part="zones">
            <summary>${t.otherZone}</summary>
            ${suggestField({
              item: {
                linkId: 'zone',
                type: 'open-choice',
                text: t.zoneLabel,
                required: true,
                answerOption: allZones(),
              },
              path: 'zone',
              entry: undefined,
              problem: undefined,
              t,
              onEntry: (entry) => {
                const [code = OWN_WORDS] = codesIn(entry);
                if (!code.startsWith(OWN_WORDS)) show(code);
              },
              onChoice: () => undefined,
            })}
          </details>`
    }
  </div>`;
}
