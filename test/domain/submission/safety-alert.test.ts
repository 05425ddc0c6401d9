import { describe, expect, it } from 'vitest';
import { healthHistory } from '../../../src/content/en/health-history.js';
import { alertAbout, callBackOf, phoneIn, urgentText } from '../../../src/domain/submission/safety-alert.js';
import { answersOf } from '../../support/answers.js';
import { checkIn } from '../../support/check-in.js';

const frame = {
  schema: 'kap/submission/1',
  id: 'c0ffee00-0000-4000-a000-000000000000',
  nonce: 'AAAAAAAAAAAAAAAAAAAAAA',
  createdAt: '2026-11-22T20:10:00.000Z',
  timeZone: 'America/Los_Angeles',
  practice: 'stillwater',
  widget: { version: '0.1.0', build: 'test' },
} as const;

describe('what the practice is told of an answer', () => {
  it('is the question and the answer in words, how to reach the client, and where they are', () => {
    const answers = answersOf({
      phone: ' 503 555 0199 ',
      address: '12 Elm Street',
      'better-off-dead': ['most-days'],
    });
    expect(alertAbout(checkIn, answers, 'better-off-dead')).toEqual({
      item: 'better-off-dead',
      question: 'How often have you wished to be dead?',
      answer: 'Most days',
      contact: { phone: '503 555 0199' },
      place: '12 Elm Street',
    });
  });

  it('holds when it is safe to call, and where somebody is before where they live', () => {
    const given = { phone: '503 555 0199', address: '12 Elm Street', 'safe-at-home': ['no'] };
    const alert = (more = {}) => alertAbout(healthHistory, answersOf({ ...given, ...more }), 'safe-at-home');
    expect(alert()).toMatchObject({ contact: { phone: '503 555 0199' }, place: '12 Elm Street' });
    expect(alert({ 'safe-times': 'Never at night', 'session-place': 'Oregon' })).toMatchObject({
      contact: { phone: '503 555 0199', safeTimes: 'Never at night' },
      place: 'Oregon',
    });
  });

  it('leaves out what nobody has said', () => {
    const alert = alertAbout(checkIn, answersOf({ 'afraid-at-home': ['true'] }), 'afraid-at-home');
    expect(JSON.parse(JSON.stringify(alert))).toEqual({
      item: 'afraid-at-home',
      question: 'Are you afraid of someone at home?',
      answer: 'Yes',
    });
  });

  it('is nothing where the question is not asked any more, or has no answer', () => {
    expect(alertAbout(checkIn, answersOf({}), 'gone')).toBeUndefined();
    expect(alertAbout(checkIn, answersOf({}), 'better-off-dead')).toBeUndefined();
  });
});

describe('a wish to be called', () => {
  it('begins with the number among the answers', () => {
    expect(phoneIn(checkIn, answersOf({ phone: '503 555 0199' }))).toBe('503 555 0199');
    expect(phoneIn(checkIn, answersOf({ phone: '12' }))).toBe('');
    expect(phoneIn(checkIn, answersOf({}))).toBe('');
  });

  it('says when it is safe to call only where somebody has said so', () => {
    expect(callBackOf(' 503 555 0199 ', ' ')).toEqual({ phone: '503 555 0199', safeTimes: undefined });
    expect(callBackOf('503 555 0199', 'after six').safeTimes).toBe('after six');
  });

  it('is never longer than an endpoint takes, nor ends in half a character', () => {
    expect(callBackOf(`${'1'.repeat(39)}🌿`, '').phone).toBe(`${'1'.repeat(39)}\ufffd`);
    expect(callBackOf('1', 'x'.repeat(201)).safeTimes).toHaveLength(200);
  });
});

describe('the text of an urgent word', () => {
  it('is canonical, with nothing to act on, and says when it is of no use any more', () => {
    const text = urgentText(
      { kind: 'call-request', content: callBackOf('503 555 0199', '') },
      { ...frame, locale: 'en', expiresAt: '2026-11-22T20:25:00.000Z' },
    );
    expect(JSON.parse(text)).toEqual({
      ...frame,
      kind: 'call-request',
      act: {},
      content: { phone: '503 555 0199' },
      locale: 'en',
      expiresAt: '2026-11-22T20:25:00.000Z',
      relatesTo: [],
    });
    expect(text.startsWith('{"act":{},"content":{"phone":"503 555 0199"},"createdAt":')).toBe(true);
  });
});
