// Of what is said at the foot of the page: what makes room for what comes later, and what stays.
import { expect, test } from 'vitest';
import { dismiss, say, withdrawOffers } from '../../../src/app/actions/toasts.ts';
import { pageWith } from './builders.ts';

const offer = (label: string) => ({ action: { label, run: () => undefined } });

test('an offer takes the place of another, and one that stays comes back under it', () => {
  const { store } = pageWith(['a.yaml', 'kind: Pod']);
  const said = () => store.getState().toasts.map(({ words }) => words);
  say(store, 'A newer version.', { ...offer('Reload'), stays: true });
  say(store, 'Cleared.', offer('Undo'));
  say(store, 'Brought back.', offer('Undo'));
  say(store, 'Copied.');
  expect(said()).toEqual(['A newer version.', 'Brought back.', 'Copied.']);
  withdrawOffers(store);
  expect(said()).toEqual(['A newer version.', 'Copied.']);
  dismiss(store, store.getState().toasts[0]?.id ?? -1);
  expect(said()).toEqual(['Copied.']);
});
