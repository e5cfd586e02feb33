import { createDocument, type ZodOpenApiPathsObject, type ZodOpenApiResponsesObject } from 'zod-openapi';
import { CONSOLE_API, SESSION_COOKIE } from '../../protocol/console/agreed.ts';
import { CONSOLE_ERRORS, type ConsoleError, ErrorAnswer } from '../../protocol/console/errors.ts';
import type { ConsoleRoute } from './route.ts';

export type OpenApi = ReturnType<typeof createDocument>;

/** The description of all routes, OpenAPI 3.1. */
export function openApi(routes: readonly ConsoleRoute[]): OpenApi {
  const paths: ZodOpenApiPathsObject = {};
  for (const route of routes) {
    const path = CONSOLE_API + route.path.replaceAll(/:(\w+)/g, '{$1}');
    paths[path] = { ...paths[path], [route.method.toLowerCase()]: operation(route) };
  }
  return createDocument({
    openapi: '3.1.0',
    info: {
      title: 'Parley console',
      version: '1',
      description: `Everything the console does. People sign in and have a cookie; their changes come from pages of this server or carry the header \`X-Parley-Console: 1\`. Systems send a key.`,
    },
    paths,
    components: {
      securitySchemes: {
        session: { type: 'apiKey', in: 'cookie', name: SESSION_COOKIE },
        key: { type: 'http', scheme: 'bearer' },
      },
    },
  });
}

function operation(route: ConsoleRoute) {
  const { who, scope, summary, params, query, body } = route;
  const forKeys = scope === null ? [] : [{ key: [scope] }];
  return {
    summary,
    description:
      who === 'anybody'
        ? 'For anybody.'
        : `For a ${who}${scope === null ? '' : ` or a key with \`${scope}\``}.`,
    operationId: operationId(route),
    tags: [route.path.split('/')[1] ?? ''],
    security: who === 'anybody' ? [] : [{ session: [] }, ...forKeys],
    requestParams: { ...(params && { path: params }), ...(query && { query }) },
    ...(body && { requestBody: { required: true, content: { 'application/json': { schema: body } } } }),
    responses: responses(route),
  };
}

const operationId = ({ method, path }: ConsoleRoute): string =>
  [method.toLowerCase(), ...path.split('/').filter(Boolean)].join('-').replaceAll(':', 'by-');

function responses(route: ConsoleRoute): ZodOpenApiResponsesObject {
  const byStatus = Object.groupBy(errorsOf(route), code => CONSOLE_ERRORS[code].status);
  const errors = Object.entries(byStatus).map(([status, codes]) => [
    status,
    {
      description: codes.map(code => `\`${code}\`: ${CONSOLE_ERRORS[code].message}`).join(' '),
      content: { 'application/json': { schema: ErrorAnswer } },
    },
  ]);
  return { ...answered(route), ...Object.fromEntries(errors) };
}

function answered({ answer }: ConsoleRoute): ZodOpenApiResponsesObject {
  if (answer === 'nothing') return { '204': { description: 'It is done.' } };
  if (answer === 'redirect') return { '302': { description: 'The browser is sent on.' } };
  const content =
    'file' in answer
      ? Object.fromEntries(answer.file.map(type => [type, { schema: { type: 'string' as const } }]))
      : { 'application/json': { schema: answer } };
  return { '200': { description: 'The answer.', content } };
}

/** Those a route names itself, and those that follow from what it is. */
const errorsOf = ({ who, method, params, query, body, errors = [] }: ConsoleRoute): ConsoleError[] => [
  ...(query || body ? (['bad-request'] as const) : []),
  ...(who === 'anybody' ? [] : (['unauthenticated', 'forbidden'] as const)),
  ...(method === 'GET' ? [] : (['foreign-origin'] as const)),
  ...(params ? (['not-found'] as const) : []),
  ...errors,
  'busy',
];
