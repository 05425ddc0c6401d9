import { expect } from '@open-wc/testing';
import * as protocol from '@lit/context';
import { LitElement } from 'lit';
import * as small from '../../tools/build/context.js';

/** What both say of themselves, as far as the elements use it. */
interface Implementation {
  createContext(key: unknown): unknown;
  readonly ContextProvider: new (
    host: LitElement,
    options: { context: unknown },
  ) => { setValue(value: unknown): void };
  readonly ContextConsumer: new (
    host: LitElement,
    options: { context: unknown; subscribe: boolean },
  ) => { readonly value: unknown };
}

const implementations: readonly (readonly [string, Implementation])[] = [
  ['the script’s own', small],
  ['@lit/context', protocol as unknown as Implementation],
];

for (const [name, { createContext, ContextProvider, ContextConsumer }] of implementations)
  describe(`a context by ${name}`, () => {
    const tag = name.replace(/\W+/g, '-').replace(/^-|-$/g, '');
    const context = createContext(Symbol('ours'));
    const other = createContext(Symbol('theirs'));

    class Giver extends LitElement {
      readonly provider = new ContextProvider(this, { context });
    }
    class Taker extends LitElement {
      readonly consumer = new ContextConsumer(this, { context, subscribe: true });
      renders = 0;
      protected override updated(): void {
        this.renders++;
      }
    }
    class Stranger extends LitElement {
      readonly consumer = new ContextConsumer(this, { context: other, subscribe: true });
    }
    customElements.define(`${tag}-giver`, Giver);
    customElements.define(`${tag}-taker`, Taker);
    customElements.define(`${tag}-stranger`, Stranger);

    let giver: Giver;
    let taker: Taker;
    beforeEach(() => {
      giver = new Giver();
      giver.provider.setValue('first');
      taker = new Taker();
      document.body.append(giver);
      giver.append(taker);
    });
    afterEach(() => giver.remove());

    it('reaches what stands inside, at once and each time anew', async () => {
      expect(taker.consumer.value).to.equal('first');
      await taker.updateComplete;
      const before = taker.renders;
      giver.provider.setValue('second');
      expect(taker.consumer.value).to.equal('second');
      await taker.updateComplete;
      expect(taker.renders).to.equal(before + 1);
    });

    it('reaches nobody who has left, until they come back', () => {
      taker.remove();
      giver.provider.setValue('second');
      expect(taker.consumer.value).to.equal('first');
      giver.append(taker);
      expect(taker.consumer.value).to.equal('second');
    });

    it('comes from the nearest giver', () => {
      const inner = new Giver();
      inner.provider.setValue('inner');
      giver.append(inner);
      inner.append(taker);
      giver.provider.setValue('outer');
      expect(taker.consumer.value).to.equal('inner');
    });

    it('is not for those who ask for another', () => {
      const stranger = new Stranger();
      giver.append(stranger);
      expect(stranger.consumer.value).to.equal(undefined);
    });
  });
