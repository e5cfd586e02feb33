import fc from 'fast-check';
import { ClientFrame } from '../../src/protocol/frames.ts';
import { arbitraryOf } from './arbitrary-of.ts';
import { damagedBytes, damagedJson } from './damage.ts';
import type { Input, Owned } from './input.ts';
import { text } from './strange.ts';

/** Frames as the schema has them, with something wrong in them, and with damaged bytes. */
export function frameInputs(known: Owned): fc.Arbitrary<Input> {
  const fields = {
    conversation: fc.oneof(fc.constant(known.conversation), text),
    choice: fc.oneof(choice, text).map(value => value.slice(0, 200)),
    evidence: fc.array(fc.oneof(fc.constantFrom('__proto__', 'constructor', 'file-1'), text), {
      maxLength: 3,
    }),
    token: fc.oneof({ weight: 1, arbitrary: fc.constant(known.token) }, { weight: 3, arbitrary: text }),
  };
  const perFrame = ClientFrame.options.map(option => arbitraryOf(option, fields));
  const [hello, open, say, typing, ping] = perFrame as [Frames, Frames, Frames, Frames, Frames];
  const frames = fc.oneof(
    { weight: 3, arbitrary: hello },
    { weight: 1, arbitrary: open },
    { weight: 8, arbitrary: say },
    { weight: 1, arbitrary: typing },
    { weight: 1, arbitrary: ping },
  );
  const written = (values: Frames): fc.Arbitrary<Buffer> =>
    values.map(value => Buffer.from(JSON.stringify(value) ?? ''));
  const bytes = fc.oneof(
    { weight: 3, arbitrary: written(frames) },
    { weight: 4, arbitrary: written(damagedJson(frames)) },
    { weight: 3, arbitrary: damagedBytes(written(frames)) },
  );
  // A stranger's `open` that holds makes a conversation, so there are few of them.
  const way = fc.oneof(
    { weight: 6, arbitrary: fc.constant('conversation' as const) },
    { weight: 1, arbitrary: fc.constant('stranger' as const) },
  );
  return fc
    .record({ way, bytes })
    .map(({ way, bytes }) => ({ meant: `frame ${frameIn(bytes)}`, way, bytes }));
}

/** Buttons that are there at times, and that never are. */
const choice = fc
  .tuple(
    fc.constantFrom(
      'type',
      'slot',
      'faq',
      'act',
      'edit',
      'element',
      'candidate',
      'answer',
      'language',
      'confirm',
      'consent',
      'handoff',
    ),
    fc.constantFrom(
      'trade',
      'after-sale=not-applied',
      '__proto__=x',
      'product=constructor',
      '__proto__',
      'constructor',
      'finished',
      'skip',
      'restart',
      'stop-waiting',
      'summary',
      'yes',
      'no',
      '0',
      '-1',
      'unknown',
      'en',
      'other',
      '',
    ),
  )
  .map(parts => parts.join(':'));

type Frames = fc.Arbitrary<unknown>;

const frameIn = (bytes: Buffer): string =>
  ClientFrame.options
    .map(option => option.shape.type.value)
    .find(type => bytes.subarray(0, 40).includes(type)) ?? 'unknown';

/** A frame as a client's WebSocket puts it on the line, masked. */
export function maskedFrame(opcode: number, payload: Buffer): Buffer {
  const mask = Buffer.from([1, 2, 3, 4]);
  const length =
    payload.length < 126
      ? Buffer.from([0x80 | payload.length])
      : Buffer.from([0x80 | 126, payload.length >> 8, payload.length & 0xff]);
  const masked = payload.map((byte, index) => byte ^ (mask[index % 4] ?? 0));
  return Buffer.concat([Buffer.from([0x80 | opcode]), length, mask, masked]);
}
