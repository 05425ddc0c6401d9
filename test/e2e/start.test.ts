import { readdirSync } from 'node:fs';
import { expect, onTestFinished, test } from 'vitest';
import { useBrowser } from '../support/browsing.js';
import { shortHistory } from '../support/histories.js';
import { startPractice, temporaryFolder } from '../support/practice.js';
import { Site } from '../support/site.js';
import { StaffSide } from '../support/staff-side.js';

const browsing = useBrowser();

test(
  'What was received is still there after the process was killed, and Ctrl-C ends it cleanly',
  { timeout: 120_000 },
  async () => {
    const folder = temporaryFolder();
    onTestFinished(folder.remove);
    const killed = await startPractice(folder.path);
    onTestFinished(() => void killed.end('SIGKILL'));
    const page = await browsing.newPage();
    await page.goto(`${killed.origin}/begin/`);
    const reference = await new Site(page).sendHistory(shortHistory({ given: 'Wes', family: 'Survives' }));
    await killed.end('SIGKILL');

    const again = await startPractice(folder.path);
    onTestFinished(() => void again.end('SIGKILL'));
    const prescriber = new StaffSide(await browsing.newPage());
    await prescriber.signIn(again.origin, 'prescriber');
    await prescriber.openHistory(reference);
    await prescriber.page.getByRole('heading', { name: 'Wes Survives' }).waitFor();

    // A browser that keeps its connection open does not hold it up.
    expect(await again.end('SIGINT')).toBe(0);
    expect(readdirSync(folder.path).filter((name) => name.includes('lock'))).toEqual([]);
  },
);
