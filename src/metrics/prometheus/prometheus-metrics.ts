import type { Metrics } from '../metrics.ts';
import { openTallies } from '../tallies.ts';
import type { Page } from './prometheus-pages.ts';

/** Metrics as Prometheus reads them. The library is loaded when the first page is asked for. */
export function prometheusMetrics(): Metrics & { page(): Promise<Page> } {
  const { tallies, ...metrics } = openTallies();
  let pages: Promise<() => Promise<Page>> | undefined;
  return {
    ...metrics,
    async page() {
      pages ??= import('./prometheus-pages.ts').then(({ pagesOf }) => pagesOf(tallies));
      return (await pages)();
    },
  };
}
