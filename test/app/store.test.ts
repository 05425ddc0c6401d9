import { describe, expect, it } from 'vitest';
import { createStore, type Step } from '../../src/app/store.js';

interface Count {
  readonly count: number;
}

type Message = 'up' | 'nothing' | 'twice';

function counter(seen: string[] = []) {
  return createStore<Count, Message, 'again'>({
    initial: { count: 0 },
    reduce(state, message): Step<Count, 'again'> {
      if (message === 'nothing') return [state];
      const next = { count: state.count + 1 };
      return message === 'twice' ? [next, 'again'] : [next];
    },
    run(effect, send) {
      seen.push(effect);
      send('up');
    },
  });
}

describe('a store', () => {
  it('holds frozen states that no one else can change', () => {
    const store = counter();
    expect(Object.isFrozen(store.state)).toBe(true);
    const before = store.state;
    store.send('up');
    expect(Object.isFrozen(store.state)).toBe(true);
    expect(before).toEqual({ count: 0 });
    expect(store.state).toEqual({ count: 1 });
  });

  it('tells its listeners once a change, and not where nothing changed', () => {
    const store = counter();
    const seen: number[] = [];
    store.subscribe(() => seen.push(store.state.count));
    store.send('up');
    store.send('nothing');
    store.send('up');
    expect(seen).toEqual([1, 2]);
  });

  it('tells nobody who has left', () => {
    const store = counter();
    const seen: string[] = [];
    const leave = store.subscribe(() => seen.push('first'));
    store.subscribe(() => seen.push('second'));
    leave();
    store.send('up');
    expect(seen).toEqual(['second']);
  });

  it('tells everybody though one leaves while being told', () => {
    const store = counter();
    const seen: string[] = [];
    const leave = store.subscribe(() => {
      leave();
      seen.push('leaves');
    });
    store.subscribe(() => seen.push('stays'));
    store.send('up');
    store.send('up');
    expect(seen).toEqual(['leaves', 'stays', 'stays']);
  });

  it('tells of the next change whoever comes while others are being told', () => {
    const store = counter();
    const seen: number[] = [];
    const leave = store.subscribe(() => {
      leave();
      store.subscribe(() => seen.push(store.state.count));
    });
    store.send('up');
    store.send('up');
    expect(seen).toEqual([2]);
  });

  it('carries out effects after the state they came with is there, and takes in what came of them', () => {
    const effects: string[] = [];
    const store = counter(effects);
    const seen: string[] = [];
    store.subscribe(() => seen.push(`${store.state.count} after ${effects.length} effects`));
    store.send('twice');
    expect(seen).toEqual(['1 after 0 effects', '2 after 1 effects']);
  });

  it('takes a message that a listener sends', () => {
    const store = counter();
    store.subscribe(() => {
      if (store.state.count === 1) store.send('up');
    });
    store.send('up');
    expect(store.state).toEqual({ count: 2 });
  });
});
