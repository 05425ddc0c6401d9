import { readFile } from 'node:fs/promises';
import { describe, expect, test } from 'vitest';
import { intakeSubmission } from '../../src/domain/submission/envelope.js';
import { useBrowser } from '../support/browsing.js';
import { fullHistory, IN_THEIR_WORDS, shortHistory, unwatched } from '../support/histories.js';
import { servePage, startReceiver } from '../support/receiver.js';
import { Site } from '../support/site.js';

const browsing = useBrowser();

async function openForm(attributes: string): Promise<Site> {
  const script = '<script defer src="/kap.js"></script>';
  const address = await servePage(`${script}<kap-intake-form ${attributes}></kap-intake-form>`);
  const page = await browsing.newPage();
  await page.goto(address);
  return new Site(page);
}

async function expectSentAndNotReceived(client: Site): Promise<void> {
  await client.heading('Sent').waitFor();
  expect(await client.form.innerText()).not.toMatch(/received|your reference/i);
}

describe('A plain webhook, by action', () => {
  test('gets one envelope as plain text, without a preflight and without a token', async () => {
    const webhook = await startReceiver({ status: 204 });
    const client = await openForm(`action="${webhook.url}"`);
    await client.fillIn(unwatched(fullHistory({ given: 'Pam', family: 'Hook' })));
    await client.send();
    await expectSentAndNotReceived(client);

    expect(webhook.received.map(({ method }) => method)).toEqual(['POST']);
    const [post] = webhook.posts();
    expect(post?.headers['content-type']).toMatch(/^text\/plain/);
    expect(post?.headers.authorization).toBeUndefined();
    expect(post?.headers.cookie).toBeUndefined();
    expect(post?.headers.referer).toBeUndefined();
    const { content, act } = intakeSubmission.parse(JSON.parse(post?.body ?? ''));
    expect(act.questionnaire.id).toBe('health-history');
    const written = JSON.stringify(content.response);
    for (const words of Object.values(IN_THEIR_WORDS)) expect(written).toContain(JSON.stringify(words));
  });

  test('that refuses loses nothing: every answer stays, and a copy can be saved', async () => {
    const webhook = await startReceiver({ status: 405 });
    const client = await openForm(`action="${webhook.url}"`);
    await client.fillIn(unwatched(fullHistory({ given: 'Quin', family: 'Kept' })));
    await client.send();
    await client.heading('We couldn’t send it').waitFor();
    const copy = await readFile(await (await client.saveCopy()).path(), 'utf8');
    for (const words of Object.values(IN_THEIR_WORDS)) expect(copy).toContain(words);
    await client.button('Go back').click();
    await client.form.getByText(IN_THEIR_WORDS.safety).waitFor();
  });
});

describe('A FHIR server, by action and format', () => {
  const fhir = 'application/fhir+json';
  const answeredTransaction = JSON.stringify({
    resourceType: 'Bundle',
    type: 'transaction-response',
    entry: [],
  });

  test('gets one transaction that keeps one of each when it comes twice', async () => {
    const server = await startReceiver({ status: 200, type: fhir, body: answeredTransaction });
    const client = await openForm(`action="${server.url}" format="fhir"`);
    await client.fillIn(unwatched(shortHistory({ given: 'Ray', family: 'Resource' })));
    await client.send();
    await expectSentAndNotReceived(client);

    const [post] = server.posts();
    expect(server.posts()).toHaveLength(1);
    expect(post?.headers['content-type']).toBe(fhir);
    const bundle: unknown = JSON.parse(post?.body ?? '');
    expect(bundle).toMatchObject({
      resourceType: 'Bundle',
      type: 'transaction',
      entry: [
        {
          resource: {
            resourceType: 'Patient',
            name: [{ family: 'Resource', given: ['Ray'] }],
            birthDate: '1984-03-27',
          },
          request: { method: 'POST', url: 'Patient', ifNoneExist: expect.stringMatching(/^identifier=/) },
        },
        {
          resource: { resourceType: 'QuestionnaireResponse', status: 'completed' },
          request: {
            method: 'POST',
            url: 'QuestionnaireResponse',
            ifNoneExist: expect.stringMatching(/^identifier=/),
          },
        },
      ],
    });
  });

  test('that answers with something else than a transaction is not believed', async () => {
    const server = await startReceiver({
      status: 200,
      type: fhir,
      body: JSON.stringify({ resourceType: 'OperationOutcome', issue: [] }),
    });
    const client = await openForm(`action="${server.url}" format="fhir"`);
    await client.fillIn(unwatched(shortHistory({ given: 'Sol', family: 'Outcome' })));
    await client.send();
    await client.form.getByText('We got no clear answer. Nothing on this page is lost.').waitFor();
    expect(await client.heading('Sent').count()).toBe(0);
  });
});
