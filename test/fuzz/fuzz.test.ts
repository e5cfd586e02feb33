import { expect, test } from 'vitest';
import { openGate } from '../../src/limits/gate.ts';
import { noMetrics } from '../../src/metrics/metrics.ts';
import { SOCKET_PATH } from '../../src/protocol/agreed.ts';
import { CONSOLE_SOCKET } from '../../src/protocol/console/agreed.ts';
import { createServer, type ServerOptions } from '../../src/server/create-server.ts';
import { fuzz } from './fuzz.ts';
import { ROUTES } from './routes.ts';

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
  const console = { staff: {}, desk: {}, provider: {} } as never;
  const server = await createServer({ ...({} as ServerOptions), ...told, console });
  await server.ready();
  const routes = pathsIn(server.printRoutes({ commonPrefix: false })).map(path =>
    path.replaceAll(/:\w+/g, 'missing'),
  );
  expect([...routes, SOCKET_PATH, CONSOLE_SOCKET].toSorted()).toEqual(Object.keys(ROUTES).toSorted());
  await server.close();
});

/** Paths that have a route, in a tree as Fastify prints it: each line names the rest of a path below the line it hangs on. */
function pathsIn(tree: string): string[] {
  const above: string[] = [];
  return tree.split('\n').flatMap(line => {
    const [, indent = '', rest, methods] = /^(.*?)[├└]── (\S*)(?: \((.*)\))?$/.exec(line) ?? [];
    if (rest === undefined) return [];
    const depth = indent.length / 4;
    const path = (above[depth - 1] ?? '') + rest;
    above[depth] = path;
    return methods === undefined ? [] : [path];
  });
}
