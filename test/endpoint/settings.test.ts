import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, onTestFinished, test } from 'vitest';
import { readSettings } from '../../demo/endpoint/settings.js';
import { staffTokensIn } from '../../demo/endpoint/staff/tokens.js';

const KID = 'cn-I_WNMClehiVp51i_0VpOENW1upEerA8sEam5hn-s';

describe('The settings', () => {
  test('have defaults that need nothing', () => {
    expect(readSettings({ PORT: '' }, '/srv/kap')).toEqual({
      port: 5173,
      host: '127.0.0.1',
      dataFolder: '/srv/kap/.data',
      origins: [],
      proxies: 0,
      rate: { burst: 240, perMinute: 120 },
      notices: { by: 'file' },
    });
  });

  test('come from the environment', () => {
    const settings = readSettings(
      {
        PORT: '8080',
        HOST: '0.0.0.0',
        KAP_DATA: '/var/kap',
        KAP_FORMS: '/etc/kap/forms',
        KAP_ROTATE_RECEIPT_KEY: KID,
        DATABASE_URL: 'postgres://kap@db.example/kap',
        KAP_PAGE_URL: 'https://stillwater.example/begin/',
        KAP_PUBLIC_ORIGIN: 'https://care.stillwater.example',
        KAP_ORIGINS: 'https://stillwater.example, https://*.preview.example',
        KAP_TRUSTED_PROXIES: '1',
        KAP_REQUESTS_PER_MINUTE: '30',
        KAP_STAFF_TOKENS: 'prescriber=0123456789abcdef,therapist=123456789abcdef0,office=23456789abcdef01',
        KAP_NOTICE_SMTP: 'smtps://user:secret@mail.example',
        KAP_NOTICE_TO: 'staff@stillwater.example',
      },
      '/srv/kap',
    );
    expect(settings).toEqual({
      port: 8080,
      host: '0.0.0.0',
      dataFolder: '/var/kap',
      formsFolder: '/etc/kap/forms',
      replacedReceiptKey: KID,
      databaseUrl: 'postgres://kap@db.example/kap',
      pageUrl: 'https://stillwater.example/begin/',
      publicOrigin: 'https://care.stillwater.example',
      origins: ['https://stillwater.example', 'https://*.preview.example'],
      proxies: 1,
      rate: { burst: 60, perMinute: 30 },
      staffTokens: {
        prescriber: '0123456789abcdef',
        therapist: '123456789abcdef0',
        office: '23456789abcdef01',
      },
      notices: {
        by: 'mail',
        smtpUrl: 'smtps://user:secret@mail.example',
        from: 'staff@stillwater.example',
        to: 'staff@stillwater.example',
      },
    });
  });

  test.each([
    ['PORT', 'eighty'],
    ['KAP_ROTATE_RECEIPT_KEY', '1'],
    ['PORT', '70000'],
    ['HOST', 'http://here'],
    ['DATABASE_URL', 'mysql://db.example'],
    ['KAP_PAGE_URL', 'stillwater.example/begin'],
    ['KAP_PAGE_URL', 'https://stillwater.example/#begin'],
    ['KAP_PUBLIC_ORIGIN', 'https://care.stillwater.example/'],
    ['KAP_ORIGINS', 'https://stillwater.example/path'],
    ['KAP_TRUSTED_PROXIES', '-1'],
    ['KAP_REQUESTS_PER_MINUTE', '0'],
    ['KAP_STAFF_TOKENS', 'prescriber=0123456789abcdef'],
    ['KAP_STAFF_TOKENS', 'prescriber=0123456789abcdef,therapist=0123456789abcdef,office=0123456789abcdef'],
    ['KAP_NOTICE_SMTP', 'mail.example'],
    ['KAP_NOTICE_TO', 'nobody'],
    ['KAP_NOTICE_WEBHOOK', 'hooks.example'],
  ])('name %s when it is %j, without repeating it', (name, value) => {
    const read = () => readSettings({ [name]: value }, '/srv/kap');
    expect(read).toThrow(new RegExp(`^The setting ${name} should `));
    expect(read).not.toThrow(value);
  });

  test('ask for an address to write to when notices go by mail', () => {
    expect(() => readSettings({ KAP_NOTICE_SMTP: 'smtp://mail.example' }, '/srv/kap')).toThrow(
      'KAP_NOTICE_TO',
    );
  });
});

describe('The staff’s sign-in tokens', () => {
  const folder = () => {
    const made = mkdtempSync(join(tmpdir(), 'kap-tokens-'));
    onTestFinished(() => rmSync(made, { recursive: true }));
    return made;
  };
  const random = (length: number) => crypto.getRandomValues(new Uint8Array(length));

  test('are made once, differ, and can be read by their owner alone', () => {
    const data = folder();
    const tokens = staffTokensIn(data, random);
    expect(new Set(Object.values(tokens)).size).toBe(3);
    expect(staffTokensIn(data, random)).toEqual(tokens);
    expect(statSync(join(data, 'staff-tokens.json')).mode & 0o777).toBe(0o600);
  });

  test('that can’t be understood are left as they are', () => {
    const data = folder();
    const path = join(data, 'staff-tokens.json');
    writeFileSync(path, '{"prescriber":"short"}');
    expect(() => staffTokensIn(data, random)).toThrow('can’t be understood');
    expect(readFileSync(path, 'utf8')).toBe('{"prescriber":"short"}');
  });
});
