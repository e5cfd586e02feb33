import fc from 'fast-check';
import {
  CONVERSATION_HEADER,
  SETTINGS_PATH,
  SOCKET_PATH,
  UPLOAD_FIELD,
  UPLOAD_PATH,
} from '../../src/protocol/agreed.ts';
import { CONSOLE_API, CONSOLE_SOCKET } from '../../src/protocol/console/agreed.ts';
import { consoleRequest } from './console-inputs.ts';
import { damagedBytes } from './damage.ts';
import { maskedFrame } from './frame-inputs.ts';
import { CANARY, type Input, type Known } from './input.ts';
import { ROUTES, routeIn } from './routes.ts';
import { text } from './strange.ts';

export interface Request {
  method: string;
  target: string;
  headers: [string, string][];
  body: Buffer;
}

const png = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
);

/** Requests as they should be, as nobody should send them, and with damaged bytes. */
export function requestInputs(known: Known): fc.Arbitrary<Input> {
  const right = fc.constantFrom(...Object.keys(ROUTES)).chain(route => rightRequest(route, known));
  const wrong = right.chain(request => wrongRequest(request));
  const bytes = fc.oneof(
    { weight: 2, arbitrary: right.map(written) },
    { weight: 3, arbitrary: wrong.map(written) },
    { weight: 4, arbitrary: damagedBytes(right.map(written)) },
  );
  return bytes.map(asInput);
}

/** One request to each route, as it should be: chance alone leaves one out now and then. */
export const oneOfEachRoute = (known: Known): fc.Arbitrary<Input[]> =>
  fc.tuple(...Object.keys(ROUTES).map(route => rightRequest(route, known).map(written).map(asInput)));

const asInput = (bytes: Buffer): Input => ({ meant: routeIn(bytes), way: 'port', bytes });

function rightRequest(route: string, known: Known): fc.Arbitrary<Request> {
  const [method = 'GET'] = ROUTES[route] ?? [];
  const plain = { method, target: route, headers: [['Host', 'parley.example']] as Request['headers'] };
  if (route === UPLOAD_PATH) return form.map(({ type, body }) => upload({ ...plain, body }, type, known));
  if (route === SOCKET_PATH || route === CONSOLE_SOCKET)
    return fc.array(frame, { maxLength: 4 }).map(frames => upgrade(plain, frames));
  if (route === SETTINGS_PATH)
    return fc
      .constantFrom('?language=zh-CN', '?language=en', '', '?language=xx')
      .map(query => ({ ...plain, target: route + query, body: Buffer.alloc(0) }));
  if (route.startsWith(CONSOLE_API)) return consoleRequest(route, known);
  return fc.constant({ ...plain, body: Buffer.alloc(0) });
}

const form = fc
  .record({
    name: fc.constantFrom('截图.png', 'a.txt', '../../etc/passwd', 'x"y.jpg', 'n'.repeat(300)),
    mime: fc.constantFrom('image/png', 'text/plain', 'application/x-msdownload', ''),
    content: fc.oneof(
      fc.constantFrom(png, Buffer.from('%PDF-1.7\n'), Buffer.from(`付款记录 ${CANARY}`), Buffer.alloc(0)),
      fc.uint8Array({ maxLength: 400 }).map(bytes => Buffer.from(bytes)),
      damagedBytes(fc.constant(png)),
    ),
    field: fc.constantFrom(UPLOAD_FIELD, 'other', ''),
  })
  .map(({ name, mime, content, field }) => {
    const boundary = 'grenze1234';
    const head = `--${boundary}\r\nContent-Disposition: form-data; name="${field}"; filename="${name}"\r\nContent-Type: ${mime}\r\n\r\n`;
    const body = Buffer.concat([Buffer.from(head), content, Buffer.from(`\r\n--${boundary}--\r\n`)]);
    return { type: `multipart/form-data; boundary=${boundary}`, body };
  });

const upload = (request: Request, type: string, { conversation, token }: Known): Request => ({
  ...request,
  headers: [
    ...request.headers,
    ['Authorization', `Bearer ${token}`],
    [CONVERSATION_HEADER, conversation],
    ['Content-Type', type],
    ['Content-Length', String(request.body.length)],
  ],
});

const frame = fc.record({
  opcode: fc.constantFrom(1, 1, 1, 2, 8, 9, 10, 0, 3),
  payload: fc.oneof(
    fc
      .constantFrom('{"type":"ping"}', '{"type":"open","language":"en"', 'x'.repeat(200))
      .map(words => Buffer.from(words)),
    text.map(words => Buffer.from(words.slice(0, 100))),
  ),
});

const upgrade = (request: Omit<Request, 'body'>, frames: { opcode: number; payload: Buffer }[]): Request => ({
  ...request,
  headers: [
    ...request.headers,
    ['Connection', 'Upgrade'],
    ['Upgrade', 'websocket'],
    ['Sec-WebSocket-Version', '13'],
    ['Sec-WebSocket-Key', 'dGhlIHNhbXBsZSBub25jZQ=='],
  ],
  body: Buffer.concat(frames.map(({ opcode, payload }) => maskedFrame(opcode, payload))),
});

const strangeHeader = fc.tuple(
  fc
    .constantFrom(
      'Origin',
      'Content-Type',
      'Content-Length',
      'Transfer-Encoding',
      'Expect',
      'Accept-Encoding',
    )
    .chain(name =>
      fc.constantFrom(name, name.toLowerCase(), `X-${name}`, 'Authorization', 'If-None-Match', 'Cookie'),
    ),
  fc.oneof(
    fc.constantFrom(
      'chunked',
      '100-continue',
      '-1',
      '99999999',
      'application/json',
      '*',
      `Bearer ${CANARY}`,
      '\u0000',
    ),
    text.map(words => words.replace(/[\r\n]/g, ' ').slice(0, 200)),
    fc.nat(20_000).map(length => CANARY.repeat(length / CANARY.length)),
  ),
);

const strangeTarget = fc.oneof(
  fc.constantFrom(
    '*',
    '//',
    '/%',
    '/%00',
    '/..%2f..%2fetc/passwd',
    '/widget.js/../..',
    'http://evil.example/',
    '/api/evidence/',
    '/API/WIDGET',
  ),
  text.map(words => `/api/widget?language=${encodeURIComponent(words.toWellFormed())}`),
  fc.nat(3_000).map(length => `/${'a'.repeat(length)}?${CANARY}`),
);

function wrongRequest(request: Request): fc.Arbitrary<Request> {
  return fc
    .record({
      method: fc.oneof(
        fc.constant(request.method),
        fc.constantFrom('GET', 'POST', 'PUT', 'DELETE', 'OPTIONS', 'HEAD', 'PATCH', 'TRACE', 'QUERY'),
      ),
      target: fc.oneof(fc.constant(request.target), strangeTarget),
      more: fc.array(strangeHeader, { minLength: 1, maxLength: 4 }),
      body: fc.oneof(
        fc.constant(request.body),
        text.map(words => Buffer.from(words)),
      ),
    })
    .map(({ method, target, more, body }) => ({
      method,
      target,
      headers: [...request.headers, ...more],
      body,
    }));
}

const written = ({ method, target, headers, body }: Request): Buffer =>
  Buffer.concat([
    Buffer.from(`${method} ${target} HTTP/1.1\r\n`),
    Buffer.from(headers.map(([name, value]) => `${name}: ${value}\r\n`).join('')),
    Buffer.from('\r\n'),
    body,
  ]);
