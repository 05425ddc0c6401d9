import { describe, expect, it } from 'vitest';
import {
  alertAddress,
  clientAddress,
  consentAddress,
  historyAddress,
  HOURS,
  hoursAddress,
  LOG,
  requestAddress,
  RULES,
  routeOf,
  SUBMISSIONS,
  THIS_WEEK,
  weekAddress,
} from '../../demo/staff/routes.js';

const ID = '7b1f0c0e-3d52-4f0a-9a63-2a6c1a1b0001';

describe('addresses', () => {
  it('lead to the submissions when there is nothing in them', () => {
    expect(routeOf('')).toEqual({ page: 'submissions' });
    expect(routeOf(SUBMISSIONS)).toEqual({ page: 'submissions' });
  });

  it('lead to one history or consent, and to a place on it', () => {
    expect(routeOf(historyAddress(ID))).toEqual({ page: 'history', id: ID });
    expect(routeOf(historyAddress(ID, 'heart/1'))).toEqual({ page: 'history', id: ID, at: 'heart/1' });
    expect(routeOf(consentAddress(ID))).toEqual({ page: 'consent', id: ID });
    expect(routeOf(consentAddress(ID, 'going-home'))).toEqual({ page: 'consent', id: ID, at: 'going-home' });
  });

  it('lead to one request, to one alert, and to one client', () => {
    expect(routeOf(alertAddress(ID))).toEqual({ page: 'alert', id: ID });
    expect(routeOf(requestAddress(ID))).toEqual({ page: 'request', id: ID });
    expect(routeOf(clientAddress(ID))).toEqual({ page: 'client', id: ID });
  });

  it('lead to everybody’s hours, and to those of one', () => {
    expect(routeOf(HOURS)).toEqual({ page: 'hours' });
    expect(routeOf(hoursAddress('mara-lindqvist'))).toEqual({ page: 'hours', id: 'mara-lindqvist' });
  });

  it('lead to this week, and to the week of a day', () => {
    expect(routeOf(THIS_WEEK)).toEqual({ page: 'week' });
    expect(routeOf(weekAddress('2026-11-24'))).toEqual({ page: 'week', date: '2026-11-24' });
  });

  it('lead to the log, and to the rules', () => {
    expect(routeOf(LOG)).toEqual({ page: 'log' });
    expect(routeOf(RULES)).toEqual({ page: 'rules' });
  });

  it.each([
    '#/elsewhere',
    '#/constructor',
    '#/histories',
    '#/consents',
    '#/requests/',
    '#/clients',
    `#/clients/${ID}/more`,
    '#/log/more',
    '#/rules/more',
    '#/week/2026-02-30',
    '#/week/next',
    '#/week/2026-11-24/more',
    `#/histories/${ID}/heart/more`,
  ])('lead nowhere: %s', (hash) => {
    expect(routeOf(hash)).toEqual({ page: 'unknown' });
  });

  it('survive a broken escape', () => {
    expect(routeOf('#/histories/%E0%A4%A')).toEqual({ page: 'history', id: '%E0%A4%A' });
  });
});
