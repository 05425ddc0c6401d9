import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { expect, test } from 'vitest';
import { ketamineTherapyConsent } from '../../src/content/en/consents/ketamine-therapy.js';
import { canonicalJson } from '../../src/domain/submission/canonical-json.js';
import { verifyConsent } from '../../tools/verify-consent.js';
import { useBrowser } from '../support/browsing.js';
import { letThrough, answerSubmissions } from '../support/submissions.js';

const browsing = useBrowser();

const SCRIPT = '<script src="/kap.js"></script>';

const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex');

test('A consent alone on a page: signed, kept as a file that needs no script and no network', async () => {
  const client = await browsing.openHostPage(`<kap-consent endpoint="/api/"></kap-consent>${SCRIPT}`);
  const tries = await answerSubmissions(client.page, [letThrough, letThrough]);
  const reference = await client.consent.sign('Ola Alone');
  const sent = JSON.parse(tries.at(-1)?.body ?? '') as {
    content: { record: unknown };
    act: { recordDigest: string };
  };
  expect(sha256(canonicalJson(sent.content.record))).toBe(sent.act.recordDigest);

  const file = await client.consent.saveCopy();
  expect(file.suggestedFilename()).toBe('my-copy.html');
  const bytes = await readFile(await file.path());
  const keys = await client.page.evaluate(async () => (await fetch('/api/receipt-keys')).text());
  const verdict = await verifyConsent({ file: bytes, keys });
  expect(verdict.lines[0]).toBe('Proven.');
  expect(verdict.lines.at(-1)).toContain(reference);
  const copy = bytes.toString();
  expect(copy).not.toMatch(/<script|\son\w+=|\s(src|href|action)=|url\(/i);
  const reader = await browsing.newPage({ javaScriptEnabled: false, offline: true });
  await reader.setContent(copy);
  const read = await reader.locator('body').innerText();
  const text = await client.consent.document(ketamineTherapyConsent.id);
  const expected = [
    ...text.blocks.flatMap(({ paragraphs }) => paragraphs),
    ...text.blocks.flatMap(({ acknowledgement = [] }) => acknowledgement),
    'Ola Alone',
    reference,
    sha256(canonicalJson(text)),
    sent.act.recordDigest,
    'You can take this back at any time',
  ];
  for (const words of expected) expect(read).toContain(words);
});

test('A picker alone on a page: a stranger says who they are, books at once, keeps the time in their calendar and cancels', async () => {
  const client = await browsing.openHostPage(
    `<kap-session-picker endpoint="/api/" kinds="consultation"></kap-session-picker>${SCRIPT}`,
  );
  await client.picker.chooseKind('Consultation');
  expect(await client.picker.element.locator('[part~=kind]').count()).toBe(1);
  await client.picker.chooseTime(-1);
  await client.picker.request();
  await client.picker.element.getByRole('group', { name: '2 things need another look' }).waitFor();
  await client.picker.introduce('Pia Alone', 'pia@mail.example');
  await client.picker.request();
  await client.picker.heading('Confirmed').waitFor();

  const file = await client.picker.saveToCalendar();
  expect(file.suggestedFilename()).toBe('appointment.ics');
  const calendar = await readFile(await file.path(), 'utf8');
  expect(calendar).toMatch(/^BEGIN:VCALENDAR\r\n/);
  expect(calendar).toContain('SUMMARY:Appointment\r\n');
  expect(calendar).not.toMatch(/ketamine|consultation|dosing|therapy/i);

  await client.picker.button('Choose another session').click();
  await client.picker.button('Cancel').click();
  await client.picker.button('Yes, cancel it').click();
  await client.picker.notice.getByText('Your session is cancelled.').waitFor();
  expect(await client.picker.bookings.innerText()).toContain('cancelled');
});
