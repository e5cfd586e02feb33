import fc from 'fast-check';
import { strangeValue } from './strange.ts';

type Path = (string | number)[];

/** JSON values in which one to three things are replaced, removed or added. */
export const damagedJson = (values: fc.Arbitrary<unknown>): fc.Arbitrary<unknown> =>
  fc
    .tuple(
      values,
      fc.array(
        fc.record({ at: fc.nat(), how: fc.constantFrom('replace', 'remove', 'add'), by: strangeValue }),
        { minLength: 1, maxLength: 3 },
      ),
    )
    .map(([value, damages]) =>
      damages.reduce<unknown>((before, { at, how, by }) => {
        const paths = pathsIn(before);
        return changed(before, paths[at % paths.length] ?? [], how, by);
      }, value),
    );

/** Ways to all values in a value, itself included. */
function pathsIn(value: unknown, to: Path = []): Path[] {
  if (typeof value !== 'object' || value === null) return [to];
  return [to, ...Object.entries(value).flatMap(([key, inner]) => pathsIn(inner, [...to, key]))];
}

function changed(value: unknown, [key, ...rest]: Path, how: string, by: unknown): unknown {
  if (key === undefined)
    return how === 'add' && typeof value === 'object' && value !== null ? { ...value, more: by } : by;
  const entries = Object.entries(value as object).flatMap(([name, inner]) => {
    if (name !== String(key)) return [[name, inner]];
    if (rest.length === 0 && how === 'remove') return [];
    return [[name, changed(inner, rest, how, by)]];
  });
  return Array.isArray(value) ? entries.map(([, inner]) => inner as unknown) : Object.fromEntries(entries);
}

const piece = fc.oneof(
  fc.uint8Array({ maxLength: 8 }).map(bytes => Buffer.from(bytes)),
  fc
    .constantFrom('\r\n', '\r\n\r\n', '\0', '"', '{', '[', '--', ': ', ';', '%00', '../', '\uFFFD', '\u202E')
    .map(words => Buffer.from(words)),
  fc
    .constantFrom('-1', '0', '99999999999', '18446744073709551616', '1e9', 'NaN')
    .map(words => Buffer.from(words)),
  fc
    .constantFrom([0xff, 0xfe], [0xc0, 0x80], [0xed, 0xa0, 0x80], [0xf8], [0x80])
    .map(bytes => Buffer.from(bytes)),
);

const edit = fc.record({
  how: fc.constantFrom('flip', 'set', 'insert', 'remove', 'repeat', 'cut', 'move'),
  /** Places, as shares of the length. */
  at: fc.double({ min: 0, max: 1, noNaN: true }),
  other: fc.double({ min: 0, max: 1, noNaN: true }),
  byte: fc.nat(255),
  piece,
});
type Edit = typeof edit extends fc.Arbitrary<infer E> ? E : never;

/** One of these, with one to six of its bytes or stretches changed. */
export const damagedBytes = (recorded: fc.Arbitrary<Buffer>): fc.Arbitrary<Buffer> =>
  fc
    .tuple(recorded, fc.array(edit, { minLength: 1, maxLength: 6 }))
    .map(([bytes, edits]) => edits.reduce(edited, bytes));

function edited(bytes: Buffer, { how, at, other, byte, piece: inserted }: Edit): Buffer {
  const place = Math.floor(at * bytes.length);
  const end = Math.min(bytes.length, place + Math.ceil(other * 32));
  const [before, stretch, after] = [
    bytes.subarray(0, place),
    bytes.subarray(place, end),
    bytes.subarray(end),
  ];
  switch (how) {
    case 'flip':
    case 'set': {
      const copy = Buffer.from(bytes);
      if (place < copy.length) copy[place] = how === 'set' ? byte : (copy[place] ?? 0) ^ (1 << (byte % 8));
      return copy;
    }
    case 'insert':
      return Buffer.concat([before, inserted, stretch, after]);
    case 'remove':
      return Buffer.concat([before, after]);
    case 'repeat':
      return Buffer.concat([before, ...Array<Buffer>(1 + (byte % 50)).fill(stretch), after]);
    case 'cut':
      return before;
    default:
      return Buffer.concat([stretch, before, after]);
  }
}
