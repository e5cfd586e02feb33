import { useEffect, useRef } from 'react';
import { isComposing } from '../frame/is-for-shortcuts.ts';

export interface ViewerActions {
  onActive(offset: number): void;
  onZoomIn(): void;
  onZoomOut(): void;
  onRotateLeft(): void;
  onRotateRight(): void;
  onReset(): void;
  onClose(): void;
}

/** Keys of the viewer beside those that it has by itself: ← and → for other files, and Escape. */
export function useViewerKeys(actions: ViewerActions, isPicture: boolean, original: string): void {
  const current = useRef<Record<string, () => void>>({});
  useEffect(() => {
    current.current = {
      d: () => saveFrom(original),
      ...(isPicture && {
        '+': actions.onZoomIn,
        '=': actions.onZoomIn,
        '-': actions.onZoomOut,
        r: actions.onRotateRight,
        R: actions.onRotateLeft,
        '0': actions.onReset,
      }),
    };
  });
  useEffect(() => {
    const pressed = (event: KeyboardEvent): void => {
      if (event.ctrlKey || event.metaKey || event.altKey || isComposing(event)) return;
      const act = current.current[event.key];
      if (!act) return;
      event.preventDefault();
      act();
    };
    window.addEventListener('keydown', pressed);
    return () => window.removeEventListener('keydown', pressed);
  }, []);
}

function saveFrom(address: string): void {
  const link = document.createElement('a');
  link.href = address;
  link.download = '';
  link.click();
}
