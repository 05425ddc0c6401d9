import { describe, expect, it } from 'vitest';
import { HISTORIES, historyAddress, LOG, routeOf } from '../../demo/staff/routes.js';

const ID = '7b1f0c0e-3d52-4f0a-9a63-2a6c1a1b0001';

describe('addresses', () => {
  it('lead to the histories when there is nothing in them', () => {
    expect(routeOf('')).toEqual({ page: 'histories' });
    expect(routeOf(HISTORIES)).toEqual({ page: 'histories' });
  });

  it('lead to one history, and to a place on it', () => {
    expect(routeOf(historyAddress(ID))).toEqual({ page: 'history', id: ID });
    expect(routeOf(historyAddress(ID, 'heart/1'))).toEqual({ page: 'history', id: ID, at: 'heart/1' });
  });

  it('lead to the log', () => {
    expect(routeOf(LOG)).toEqual({ page: 'log' });
  });

  it.each(['#/elsewhere', '#/histories', '#/log/more', `#/histories/${ID}/heart/more`])(
    'lead nowhere: %s',
    (hash) => {
      expect(routeOf(hash)).toEqual({ page: 'unknown' });
    },
  );

  it('survive a broken escape', () => {
    expect(routeOf('#/histories/%E0%A4%A')).toEqual({ page: 'history', id: '%E0%A4%A' });
  });
});
