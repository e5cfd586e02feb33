import fc from 'fast-check';
import { CONSOLE_HEADER, SESSION_COOKIE } from '../../src/protocol/console/agreed.ts';
import { ConsoleClientFrame } from '../../src/protocol/console/frames.ts';
import { arbitraryOf } from './arbitrary-of.ts';
import { damagedBytes, damagedJson } from './damage.ts';
import { CANARY, type Input, type Known } from './input.ts';
import type { Request } from './request-inputs.ts';
import { ANYTHING, bodyOf, ROUTES } from './routes.ts';
import { strangeValue, text } from './strange.ts';

/** A request to a route of the console, from a supervisor or from nobody, about what there is and what there is not. */
export function consoleRequest(route: string, known: Known): fc.Arbitrary<Request> {
  return fc
    .constantFrom(...(ROUTES[route] ?? []))
    .chain(method =>
      fc.record({
        method: fc.constant(method),
        target: fc
          .constantFrom(known.conversation, ANYTHING, ANYTHING, '261124-38120-44917', CANARY, '__proto__')
          .map(id => route.replace(ANYTHING, id)),
        isInside: fc.boolean(),
        order: orders(route, method, known),
      }),
    )
    .map(({ method, target, isInside, order }) => {
      const headers: Request['headers'] = [
        ['Host', 'parley.example'],
        ...(isInside ? [['Cookie', `${SESSION_COOKIE}=${known.session}`] as [string, string]] : []),
      ];
      if (method === 'GET') return { method, target, headers, body: Buffer.alloc(0) };
      const body = Buffer.from(JSON.stringify(order) ?? '');
      headers.push([CONSOLE_HEADER, '1'], ['Content-Type', 'application/json']);
      headers.push(['Content-Length', String(body.length)]);
      return { method, target, headers, body };
    });
}

/** What is posted: what the route takes, that with something wrong in it, and what belongs nowhere. */
function orders(route: string, method: string, { conversation }: Known): fc.Arbitrary<unknown> {
  const body = bodyOf(route, method);
  if (!body) return strangeValue;
  const right = arbitraryOf(body, {
    conversation: fc.oneof(fc.constant(conversation), text),
    password: fc.constant(CANARY),
    current: fc.constant(CANARY),
    version: fc.nat(30),
  });
  return fc.oneof(
    { weight: 4, arbitrary: right },
    { weight: 3, arbitrary: damagedJson(right) },
    { weight: 1, arbitrary: strangeValue },
  );
}

/** Frames of the console's socket as the schema has them, with something wrong in them, and with damaged bytes. */
export function consoleFrameInputs({ conversation }: Known): fc.Arbitrary<Input> {
  const frames = arbitraryOf(ConsoleClientFrame, {
    conversation: fc.oneof(fc.constant(conversation), text),
  });
  const written = (values: fc.Arbitrary<unknown>): fc.Arbitrary<Buffer> =>
    values.map(value => Buffer.from(JSON.stringify(value) ?? ''));
  return fc
    .oneof(written(frames), written(damagedJson(frames)), damagedBytes(written(frames)))
    .map(bytes => ({ meant: 'frame of the console', way: 'console', bytes }));
}
