const NEAR = 80;
const ABOVE_NEW = 12;

/**
 * Keeps the end of `log` in sight while the person is there, and leaves it alone while they read further up.
 * An answer longer than the window is shown from its beginning.
 */
export function followEnd(log: HTMLElement, behind: (isBehind: boolean) => void) {
  let isAtEnd = true;
  let shown: string | null = null;
  let height = log.clientHeight;
  const end = () => log.scrollHeight - log.clientHeight;

  const scrolled = () => {
    if (end() - log.scrollTop < NEAR) {
      isAtEnd = true;
      behind(false);
    }
  };
  /** Only the person's own scrolling leaves the end; a growing transcript does not. */
  const left = () => {
    isAtEnd = end() - log.scrollTop < NEAR;
  };
  const resized = new ResizeObserver(() => {
    const wasAtEnd = log.scrollHeight - height - log.scrollTop < NEAR;
    height = log.clientHeight;
    if (wasAtEnd) log.scrollTop = end();
  });
  log.addEventListener('scroll', scrolled, { passive: true });
  for (const type of ['wheel', 'touchmove', 'keyup'] as const)
    log.addEventListener(type, left, { passive: true });
  resized.observe(log);

  return {
    /** `newest` selects the answer that has just come, null where the last word is the person's. */
    grown(newest: string | null): void {
      const answer = newest === null ? null : log.querySelector<HTMLElement>(newest);
      const isNew = newest !== shown;
      shown = newest;
      if (newest === null) isAtEnd = true;
      if (!isAtEnd) {
        if (isNew) behind(true);
        return;
      }
      const top = answer ? answer.offsetTop - ABOVE_NEW : end();
      log.scrollTop = Math.min(end(), top);
    },
    toEnd(): void {
      isAtEnd = true;
      log.scrollTop = end();
      behind(false);
    },
    stop(): void {
      log.removeEventListener('scroll', scrolled);
      for (const type of ['wheel', 'touchmove', 'keyup'] as const) log.removeEventListener(type, left);
      resized.disconnect();
    },
  };
}
