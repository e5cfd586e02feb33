import { expect, test } from 'vitest';
import { openGate } from '../../src/limits/gate.ts';
import { noMetrics } from '../../src/metrics/metrics.ts';
import { SOCKET_PATH } from '../../src/protocol/agreed.ts';
import { createServer, type ServerOptions } from '../../src/server/create-server.ts';
import { fuzz } from './fuzz.ts';
import { ROUTES } from './request-inputs.ts';

const INPUTS = 1_500;
const PATIENCE = 5 * 60_000;
/** One that is the same every time, and one that is not; a run that failed is repeated with the seed it names. */
const seeds = [1, Date.now() % 1_000_000];

test.each(seeds)(
  'whatever is sent, the server answers properly: seed %i',
  { timeout: PATIENCE },
  async seed => {
    const { findings, inputs } = await fuzz({ inputs: INPUTS, seed });
    const shown = findings.map(({ wrong, input }) => ({
      wrong,
      way: input?.way,
      sent: input?.bytes.toString('base64'),
    }));
    expect({ seed, findings: shown }).toEqual({ seed, findings: [] });
    const asked = Object.keys(inputs).filter(meant => meant.startsWith('route /'));
    expect(asked.toSorted()).toEqual(
      Object.keys(ROUTES)
        .map(route => `route ${route}`)
        .toSorted(),
    );
  },
);

test('every route of the server is among those that are fuzzed', async () => {
  const told = { allowedOrigins: [], dist: '.', gate: openGate, metrics: noMetrics, operatorToken: null };
  const server = await createServer({ ...({} as ServerOptions), ...told });
  await server.ready();
  // Each line names the rest of a path below the root.
  const routes = server
    .printRoutes({ commonPrefix: false })
    .split('\n')
    .flatMap(line => /─ \/?(\S*) \(/.exec(line)?.slice(1) ?? [])
    .map(path => `/${path}`);
  expect([...routes, SOCKET_PATH].toSorted()).toEqual(Object.keys(ROUTES).toSorted());
  await server.close();
});
