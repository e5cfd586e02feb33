import { useSyncExternalStore } from 'react';
import { placeOf, type Place } from './place.ts';

const subscribe = (heard: () => void): (() => void) => {
  window.addEventListener('hashchange', heard);
  return () => window.removeEventListener('hashchange', heard);
};

/** Where in the console one is, as the address says. */
export const usePlace = (): Place => placeOf(useSyncExternalStore(subscribe, () => location.hash));

export function goTo(hash: string): void {
  location.hash = hash;
}

/** Takes a token out of the address, so that it stays in no history. */
export function leaveLink(): void {
  history.replaceState(null, '', location.pathname);
  window.dispatchEvent(new HashChangeEvent('hashchange'));
}
