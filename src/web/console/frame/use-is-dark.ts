import { useSyncExternalStore } from 'react';
import type { Theme } from '../../../core/staff/account.ts';

const darkness = window.matchMedia('(prefers-color-scheme: dark)');
const subscribe = (changed: () => void): (() => void) => {
  darkness.addEventListener('change', changed);
  return () => darkness.removeEventListener('change', changed);
};

export function useIsDark(theme: Theme): boolean {
  const isSystemDark = useSyncExternalStore(subscribe, () => darkness.matches);
  return theme === 'system' ? isSystemDark : theme === 'dark';
}
