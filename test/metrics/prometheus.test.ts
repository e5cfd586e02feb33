import { Histogram } from 'prom-client';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { COUNTED, TURN_PARTS, WATCHED } from '../../src/metrics/metrics.ts';
import { prometheusMetrics } from '../../src/metrics/prometheus/prometheus-metrics.ts';
import { Seconds } from '../../src/metrics/prometheus/seconds.ts';
import { BOUNDS, openTallies } from '../../src/metrics/tallies.ts';

const ofTurns = (page: string): string[] => page.split('\n').filter(line => line.includes('turn_seconds'));

test('times of turns come out as the library itself would tell them', async () => {
  const times = fc.array(
    fc.record({
      part: fc.constantFrom(...TURN_PARTS),
      milliseconds: fc.double({ min: 0, max: 20_000, noNaN: true }),
    }),
  );
  await fc.assert(
    fc.asyncProperty(times, async given => {
      const { tallies, turnTook } = openTallies();
      const ours = new Seconds('parley_turn_seconds', 'h', { label: 'part', by: tallies.times });
      const theirs = new Histogram({
        name: 'parley_turn_seconds',
        help: 'h',
        labelNames: ['part'],
        buckets: BOUNDS,
        registers: [],
      });
      for (const part of TURN_PARTS) theirs.zero({ part });
      for (const { part, milliseconds } of given) {
        turnTook(part, milliseconds);
        theirs.observe({ part }, milliseconds / 1000);
      }
      const told = (values: { value: number; labels: object; metricName?: string }[]): string[] =>
        values.map(({ value, labels, metricName }) =>
          JSON.stringify([
            metricName,
            Object.entries(labels).toSorted(([a], [b]) => (a < b ? -1 : 1)),
            value,
          ]),
        );
      expect(told((await ours.get()).values).sort()).toEqual(told((await theirs.get()).values).sort());
    }),
  );
});

test('a page has every count from the start, and what is watched as it is when asked', async () => {
  const metrics = prometheusMetrics();
  let sockets = 3;
  metrics.watch('sockets', () => sockets);
  metrics.count('refusals', 'full');
  metrics.turnTook('decide', 2);
  sockets = 5;
  const { type, text } = await metrics.page();
  expect(type).toContain('text/plain');
  for (const [what, kinds] of Object.entries(COUNTED))
    for (const kind of kinds)
      expect(text).toContain(`parley_${what.replaceAll('-', '_')}_total{kind="${kind}"}`);
  for (const what of WATCHED) expect(text).toContain(`\nparley_${what.replaceAll('-', '_')} `);
  expect(text).toContain('parley_refusals_total{kind="full"} 1');
  expect(text).toContain('parley_sockets 5');
  expect(ofTurns(text)).toContain('parley_turn_seconds_bucket{le="0.0025",part="decide"} 1');
  expect(text).toContain('nodejs_eventloop_lag_seconds');
  expect(text).toContain('process_resident_memory_bytes');
});
