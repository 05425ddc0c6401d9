import { html, nothing, type TemplateResult } from 'lit';
import type { Asked } from '../../app/sessions/messages.js';
import { rulesOf } from '../../app/sessions/rules.js';
import { chosenSlots, type ChoosingState } from '../../app/sessions/state.js';
import { usStates } from '../../content/us-states.js';
import { textQuestion } from '../views/text-question.js';
import { select } from './preferences.js';
import type { ViewProps } from './view-props.js';

/** A place that is none of those with a licence (ISO 3166, user-assigned: unknown). */
const ELSEWHERE = 'ZZ-ZZ';

/** What has to be known beside the times. */
export function askedOf({ choice }: ChoosingState, { care, practice, isBlocked }: ViewProps): Asked {
  const isRemote = chosenSlots(choice).some(({ mode }) => mode !== 'in-person');
  const isLicensed = rulesOf(practice).some(({ id }) => id === 'region') && Boolean(practice.regions?.length);
  return {
    // A consent alone holds no way to reach anybody.
    contact: !care || care.intakes.length + care.bookings.length === 0,
    region: isRemote && isLicensed,
    isBlocked,
  };
}

/** Who asks, how to reach them, and where they will be: what is not known yet. */
export function contactFields(
  { choice, problems }: ChoosingState,
  asked: Asked,
  { t, practice, send }: ViewProps,
): TemplateResult {
  const ask = (path: 'name' | 'reach', label: string, autocomplete: string) =>
    textQuestion({
      name: path,
      label,
      autocomplete,
      value: choice[path],
      problem: problems.includes(`no-${path}`) ? t.choice[`no-${path}`] : undefined,
      t,
      onInput: (written) => send({ type: 'contact', [path]: written }),
    });
  const where = select({
    id: 'region',
    label: t.whereLabel,
    any: t.chooseOne,
    options: [
      ...(practice.regions ?? []).map((code) => [code, usStates.get(code) ?? code] as const),
      [ELSEWHERE, t.elsewhere],
    ],
    chosen: choice.region,
    problem: problems.includes('no-region') ? t.choice['no-region'] : undefined,
    onChange: (region = '') => send({ type: 'contact', region }),
  });
  return html`${asked.region ? where : nothing}
  ${asked.contact ? html`${ask('name', t.yourName, 'name')}${ask('reach', t.reachYou, 'tel')}` : nothing}`;
}
