import { expect, test } from 'vitest';
import { interleavings } from './interleavings.ts';

const RUNS = 600;
/** Another every time; a run that failed is repeated with the seed it names. */
const seed = Date.now() % 1_000_000;

test(`in ${RUNS} interleavings, processes dying among them, the bot never speaks over a mediator and nothing is lost`, async () => {
  const { accepted, unanswered, deaths } = await interleavings(RUNS, seed);
  expect(accepted).toBeGreaterThan(RUNS / 20);
  expect(unanswered).toBeGreaterThan(RUNS / 100);
  expect(deaths).toBeGreaterThan(RUNS / 100);
}, 600_000);
