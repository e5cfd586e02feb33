import { useSyncExternalStore } from 'react';

/** Where a sheet has room beside the talk. */
const wide = window.matchMedia('(min-width: 1180px)');
const subscribe = (changed: () => void): (() => void) => {
  wide.addEventListener('change', changed);
  return () => wide.removeEventListener('change', changed);
};

export const useIsWide = (): boolean => useSyncExternalStore(subscribe, () => wide.matches);
