import type { ItemPath } from '../../domain/questionnaire/answers.js';
import { enabledItems, walk, type EnabledItem } from '../../domain/questionnaire/enabled-items.js';
import { pagesOf } from '../../domain/questionnaire/pages.js';
import { signIn } from '../../domain/questionnaire/safety.js';
import { phoneIn } from '../../domain/submission/safety-alert.js';
import type { Step } from '../store.js';
import type { Alert, Safety, SafetyEffect, SafetyMessage } from './safety-state.js';
import type { FilledState, FillingState } from './state.js';

type SafetyStep = Step<FilledState, SafetyEffect>;

/** What is asked on the page in view, parents before children. */
export const askedOnPage = ({ form, answers, page }: FillingState): readonly EnabledItem[] => [
  ...walk(pagesOf(form, enabledItems(form, answers)).filter(({ path }) => path === page)),
];

/** A sign opens the panel; the practice is told of each question's answer once. */
export function afterAnswer(state: FillingState, path: ItemPath): SafetyStep {
  const asked = askedOnPage(state).find((each) => each.path === path);
  if (!asked?.item.safety) return [state];
  const { safety } = state;
  const sign = signIn(asked, state.answers);
  // What did not stand is told to nobody, and what failed is tried again when it is said again.
  const alerts = safety.alerts.filter(
    (each) => each.path !== path || (each.status !== 'waiting' && each.status !== 'failed'),
  );
  const isNew =
    sign !== '' && safety.told && !alerts.some((each) => each.path === path && each.sign === sign);
  const left = safety.open === path ? undefined : safety.open;
  const open = sign === '' ? left : path;
  const raise = (all: readonly Alert[]): FilledState => ({
    ...state,
    safety: { ...safety, open, alerts: all },
  });
  return isNew ? [raise([...alerts, { path, sign, status: 'waiting' }]), 'alert'] : [raise(alerts)];
}

/** What the client does with the panel, and what came of telling the practice. */
export function reduceSafety(state: FilledState, message: SafetyMessage): SafetyStep {
  const { safety } = state;
  const { call, alerts } = safety;
  const become = (more: Partial<Safety>): FilledState => ({ ...state, safety: { ...safety, ...more } });
  switch (message.type) {
    case 'show':
      return [become(message.change)];
    case 'tell-practice':
      return state.status === 'filling' ? afterAnswer(state, message.path) : [state];
    case 'alert': {
      const { alert } = message;
      const others = alerts.filter(({ path, sign }) => path !== alert.path || sign !== alert.sign);
      // Nothing is heard of what was raised in a form that has been left since.
      return [others.length < alerts.length ? become({ alerts: [...others, alert] }) : state];
    }
    case 'call': {
      const phone = call.status === 'none' ? phoneIn(state.form, state.answers) : call.phone;
      return [become({ call: { ...call, phone, ...message.call } })];
    }
    case 'send-call': {
      // As few digits as a number has that somebody could dial.
      const isDialable = /(\d\D*){6}/.test(call.phone);
      const asked = become({ call: { ...call, status: isDialable ? 'sending' : 'unreadable' } });
      return isDialable ? [asked, 'call'] : [asked];
    }
  }
}
