import { useEffect, useRef } from 'react';
import { isComposing, isForShortcuts } from '../frame/is-for-shortcuts.ts';

export interface ViewerActions {
  onActive(offset: number): void;
  onZoomIn(): void;
  onZoomOut(): void;
  onRotateLeft(): void;
  onRotateRight(): void;
  onReset(): void;
  onClose(): void;
}

/** Keys that the viewer and the browser answer by themselves. */
const OF_VIEWER: ReadonlySet<string> = new Set(['ArrowLeft', 'ArrowRight', 'Escape', 'Tab']);

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
      // What the page behind would take for one of its own, such as the key that leaves the talk to the bot, it must not hear.
      const isForPage = isForShortcuts(event) && !OF_VIEWER.has(event.key);
      if (act || isForPage) event.preventDefault();
      act?.();
    };
    window.addEventListener('keydown', pressed, { capture: true });
    return () => window.removeEventListener('keydown', pressed, { capture: true });
  }, []);
}

function saveFrom(address: string): void {
  const link = document.createElement('a');
  link.href = address;
  link.download = '';
  link.click();
}
