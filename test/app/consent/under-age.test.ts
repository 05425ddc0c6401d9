import { describe, expect, it } from 'vitest';
import { consentsIn, openOf, readConsent, signedTo, TO_ENDPOINT } from '../../support/open-consent.js';
import { accepts, hasStatus, noReply, reaches } from '../../support/ports.js';

describe('somebody who said on this page that they are under age', () => {
  it('has nothing sent, and loses nothing where the date was a slip', async () => {
    const { consent, ports, session, fillsIn, does } = await readConsent({
      script: { [TO_ENDPOINT]: [accepts] },
    });
    fillsIn();
    session.send({ type: 'age', underAge: true });
    const { signing } = openOf(consent);
    does({ type: 'sign' });
    await reaches(consent, hasStatus('reading'));
    expect(consentsIn(ports)).toEqual([]);
    session.send({ type: 'age', underAge: false });
    expect(openOf(consent).signing).toBe(signing);
    does({ type: 'sign' });
    await reaches(consent, hasStatus('signed'));
  });

  it('has nothing sent by itself that was on its way', async () => {
    const { consent, ports, session } = await signedTo([noReply()]);
    await reaches(consent, hasStatus('not-sent'));
    const tries = ports.network.sent(TO_ENDPOINT).length;
    session.send({ type: 'age', underAge: true });
    ports.connection.comeBack();
    await reaches(consent, hasStatus('reading'));
    expect(ports.network.sent(TO_ENDPOINT)).toHaveLength(tries);
  });
});
