import { useSyncExternalStore } from 'react';

const TICK = 10_000;
let now = Date.now();
const told = new Set<() => void>();
let ticking = 0;

function subscribe(tell: () => void): () => void {
  if (told.size === 0) {
    now = Date.now();
    ticking = window.setInterval(() => {
      now = Date.now();
      for (const tell of told) tell();
    }, TICK);
  }
  told.add(tell);
  return () => {
    told.delete(tell);
    if (told.size === 0) window.clearInterval(ticking);
  };
}

/** The present instant in milliseconds; one clock ticks for all who look at it. */
export const useNow = (): number => useSyncExternalStore(subscribe, () => now);
