import type { RefObject } from 'preact';

/**
 * Tells the panel how much of the window the on-screen keyboard leaves, as `--seen-height` and `--seen-top`
 * on the widget's host; returns how to stop.
 */
export function fitToKeyboard(inside: RefObject<HTMLElement | null>): () => void {
  const view = window.visualViewport;
  const root = inside.current?.getRootNode();
  if (!view || !(root instanceof ShadowRoot)) return () => {};
  const { style } = root.host as HTMLElement;
  const fit = () => {
    style.setProperty('--seen-height', `${view.height}px`);
    style.setProperty('--seen-top', `${view.offsetTop}px`);
  };
  fit();
  view.addEventListener('resize', fit);
  view.addEventListener('scroll', fit);
  return () => {
    view.removeEventListener('resize', fit);
    view.removeEventListener('scroll', fit);
  };
}
