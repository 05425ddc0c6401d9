import { expect, test } from 'vitest';
import { useBrowser } from '../support/browsing.js';
import { shortHistory } from '../support/histories.js';
import { storedBy } from '../support/witness.js';

const browsing = useBrowser();

test('A client who says that it is their own device finds their answers after a reload, and none once they have cleared them', async () => {
  const client = await browsing.openSite('/health-history/');
  const history = shortHistory({ given: 'Zqx', family: 'Comesback' });
  const [aboutYou] = history;
  await client.form.getByText('Yes, keep my answers here for 3 days').click();
  await client.button('Begin').click();
  if (aboutYou) await client.answer(aboutYou);
  await client.form.getByText(/^\s*Saved at .* on this device until/).waitFor();
  expect(await storedBy(client.page)).not.toMatch(/Zqx|Comesback/);

  const dialogs: string[] = [];
  client.page.on('dialog', (dialog) => {
    dialogs.push(dialog.type());
    void dialog.accept();
  });
  await client.page.reload();
  await client.form.getByText('You have answers here from').waitFor();
  await client.button('Go on where you left off').click();
  expect(await client.form.getByRole('textbox', { name: 'First name' }).inputValue()).toBe('Zqx');
  expect(dialogs).toEqual([]);

  await client.button('Clear what is saved here').click();
  await client.form.getByText('Nothing is saved on this device.').waitFor();
  await client.page.reload();
  await client.button('Begin').waitFor();
});
