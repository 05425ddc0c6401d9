import { describe, expect, it } from 'vitest';
import { emailAddress, phoneAddress } from '../../demo/staff/reading/contact.js';

describe('how to reach somebody', () => {
  it.each([
    ['(503) 555-0188', 'tel:5035550188'],
    [' +49 30 1234567', 'tel:+49301234567'],
  ])('calls %s', (phone, address) => {
    expect(phoneAddress(phone)).toBe(address);
  });

  it.each(['ask for Ana at 503 555 0188', '988', 'none', ''])('does not call %j', (phone) => {
    expect(phoneAddress(phone)).toBeUndefined();
  });

  it('writes to a plain address, and to nothing that could say more than an address', () => {
    expect(emailAddress('ana.marsh+kap@mail.example')).toBe('mailto:ana.marsh+kap@mail.example');
    for (const email of ['ana@mail.example?bcc=someone@else.example', 'ana', 'a b@mail.example'])
      expect(emailAddress(email)).toBeUndefined();
  });
});
