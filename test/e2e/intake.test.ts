import { describe, expect, test } from 'vitest';
import { practiceOrigin, useBrowser } from '../support/browsing.js';
import { fullHistory, IN_THEIR_WORDS, shortHistory } from '../support/histories.js';
import { StaffSide } from '../support/staff-side.js';

const browsing = useBrowser();

test('A history goes from the practice’s page to the prescriber, and the decision comes back to the client', async () => {
  const client = await browsing.openSite();
  await client.fillIn(fullHistory({ given: 'Ana', family: 'Marsh' }));
  await client.send();
  const reference = await client.reference();
  await client.journey.getByText('It is being read.').waitFor();

  const prescriber = await browsing.signIn('prescriber');
  expect(await prescriber.row(reference).innerText()).toContain('Ana Marsh');
  await prescriber.openHistory(reference);
  const article = prescriber.page.getByRole('article');
  expect(await prescriber.answer('What do you hope will be different?').innerText()).toContain(
    IN_THEIR_WORDS.hopes,
  );
  const medicines = article.getByRole('table', { name: 'Medicine you take' });
  expect(await medicines.getByRole('row').filter({ hasText: IN_THEIR_WORDS.medicine }).innerText()).toContain(
    IN_THEIR_WORDS.dose,
  );
  await prescriber.decide('Cleared', { validUntil: '2099-03-05', message: 'Good to go. Bring warm socks.' });

  await client.page.reload();
  const review = client.step('The prescriber reads it');
  await review.getByText('The prescriber has cleared you.').waitFor();
  expect(await review.innerText()).toContain('Good until March 5, 2099');
  expect(await review.innerText()).toContain('The practice writes: Good to go. Bring warm socks.');
});

test('The plain page, with one element and nothing else, reaches the practice as well', async () => {
  const client = await browsing.openSite('/plain/');
  await client.fillIn(shortHistory({ given: 'Bo', family: 'Plain' }));
  await client.send();
  const reference = await client.reference();

  const prescriber = await browsing.signIn('prescriber');
  expect(await prescriber.row(reference).innerText()).toContain('Bo Plain');
});

describe('What the practice answers', () => {
  test.each([
    { decision: 'On hold', seen: 'On hold for now. The practice will be in touch.' },
    { decision: 'Talk to us', seen: 'The practice would like to talk with you first.' },
  ])('$decision reaches the client in words', async ({ decision, seen }) => {
    const client = await browsing.openSite();
    await client.fillIn(shortHistory({ given: 'Cleo', family: 'Waits' }));
    await client.send();
    const reference = await client.reference();

    const prescriber = await browsing.signIn('prescriber');
    await prescriber.openHistory(reference);
    await prescriber.decide(decision, { message: 'Nothing to worry about.' });

    await client.page.reload();
    await client.journey.getByText(seen).waitFor();
    await client.journey.getByText('The practice writes: Nothing to worry about.').waitFor();
  });
});

describe('Who reads what', () => {
  const theirs = {
    therapist: {
      sees: [IN_THEIR_WORDS.worries, IN_THEIR_WORDS.safety, '503 555 0188'],
      misses: [IN_THEIR_WORDS.medicine, IN_THEIR_WORDS.illness],
    },
    office: {
      sees: ['503 555 0188', 'Ruth Bell'],
      misses: [
        IN_THEIR_WORDS.worries,
        IN_THEIR_WORDS.medicine,
        IN_THEIR_WORDS.illness,
        IN_THEIR_WORDS.safety,
      ],
    },
  } as const;

  test.each(['therapist', 'office'] as const)(
    'The %s sees their own part and decides nothing',
    async (role) => {
      const client = await browsing.openSite();
      await client.fillIn(fullHistory({ given: 'Dana', family: 'Parts' }));
      await client.send();
      const reference = await client.reference();

      const staff = await browsing.signIn(role);
      const detail = staff.page.waitForResponse((response) =>
        response.url().includes('/staff/api/submissions/'),
      );
      await staff.openHistory(reference);
      const screen = await staff.page.getByRole('article').innerText();
      for (const words of theirs[role].sees) expect(screen).toContain(words);
      // Not on the screen, and not hidden behind it either.
      const sent = await (await detail).text();
      for (const words of theirs[role].misses) expect(screen + sent).not.toContain(words);
      expect(await staff.button('Decide').count()).toBe(0);
      await staff.page.getByText('The prescriber decides.').waitFor();
    },
  );
});

test('Nobody reads a history without signing in', async () => {
  const page = await browsing.newPage();
  const staff = new StaffSide(page);
  await page.goto(`${practiceOrigin()}/staff/`);
  await page.getByLabel('Your token').fill('a-token-that-is-nobodys');
  await staff.button('Sign in').click();
  await page.getByText('That token is not one of ours.').waitFor();
  const list = await page.request.get(`${practiceOrigin()}/staff/api/submissions`);
  expect(list.status()).toBe(401);
});
