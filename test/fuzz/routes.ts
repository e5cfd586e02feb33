import { SETTINGS_PATH, SOCKET_PATH, UPLOAD_PATH } from '../../src/protocol/agreed.ts';
import { CONSOLE_API, CONSOLE_PAGE, CONSOLE_SOCKET } from '../../src/protocol/console/agreed.ts';
import { consoleTable } from '../support/console.ts';

/** Stands in a route's path wherever a request names something. */
export const ANYTHING = 'missing';

const inPath = (path: string): string => path.replaceAll(/:\w+/g, ANYTHING);

/** How each route of the console is asked. */
const consoleMethods = Object.groupBy(
  [
    ...consoleTable.map(({ method, path }) => ({ method, path })),
    ...['/openapi.json', '/docs'].map(path => ({ method: 'GET', path })),
  ],
  ({ path }) => CONSOLE_API + inPath(path),
);

/** Every route of the server, and how it is asked. */
export const ROUTES: Readonly<Record<string, readonly string[]>> = {
  '/': ['GET'],
  '/widget.js': ['GET'],
  [SETTINGS_PATH]: ['GET'],
  [UPLOAD_PATH]: ['POST'],
  [SOCKET_PATH]: ['GET'],
  '/healthz': ['GET'],
  '/readyz': ['GET'],
  '/metrics': ['GET'],
  [CONSOLE_PAGE.slice(0, -1)]: ['GET'],
  [CONSOLE_PAGE]: ['GET'],
  [`${CONSOLE_PAGE}assets/${ANYTHING}`]: ['GET'],
  [CONSOLE_SOCKET]: ['GET'],
  ...Object.fromEntries(
    Object.entries(consoleMethods).map(([path, found = []]) => [path, found.map(({ method }) => method)]),
  ),
};

/** What the console's route takes as its body, by the route's path here and its method; undefined where it takes none. */
export const bodyOf = (route: string, method: string) =>
  consoleTable.find(one => one.method === method && CONSOLE_API + inPath(one.path) === route)?.body;

const lettersOf = (route: string): number => route.replaceAll(ANYTHING, '').length;

/** Those with the most fixed letters first: some begin with others, and names stand where others have words. */
const patterns = Object.keys(ROUTES)
  .filter(route => route !== '/')
  .toSorted((one, other) => lettersOf(other) - lettersOf(one))
  .map(route => ({ route, pattern: new RegExp(`^${route.replaceAll(ANYTHING, '[^/ ?]+')}(?=[ ?])`) }));

/** The route that a request asks for, or asked for before it was damaged. */
export function routeIn(bytes: Buffer): string {
  const line = bytes.toString('latin1', 0, 400);
  const target = line.slice(line.indexOf('/'));
  const found = patterns.find(({ pattern }) => pattern.test(target));
  return `route ${found?.route ?? (target.startsWith('/ ') ? '/' : 'unknown')}`;
}
