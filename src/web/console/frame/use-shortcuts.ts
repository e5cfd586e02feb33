import { useEffect, useRef } from 'react';
import { isForShortcuts } from './is-for-shortcuts.ts';

/** Keys that do something wherever one is, never while one types in a field or answers a dialog. */
export function useShortcuts(shortcuts: Record<string, () => void>): void {
  const current = useRef(shortcuts);
  useEffect(() => {
    current.current = shortcuts;
  });
  useEffect(() => {
    const pressed = (event: KeyboardEvent): void => {
      const act = isForShortcuts(event) ? current.current[event.key] : undefined;
      if (!act) return;
      event.preventDefault();
      act();
    };
    window.addEventListener('keydown', pressed);
    return () => window.removeEventListener('keydown', pressed);
  }, []);
}
