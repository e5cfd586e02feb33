import type { Gram } from './grams.ts';

/**
 * Bits that the pieces of somebody's words set (a Bloom filter): it knows for certain of a piece that it is not there,
 * and is wrong about one in two thousand that it would be.
 */
export interface WordMarks {
  /** When something was said last, milliseconds since 1970. */
  at: number;
  /** How many pieces have set bits. */
  count: number;
  bits: Uint8Array;
}

const BITS_EACH = 16;
const PROBES = 10;
const SMALLEST = 128;

/** @param count pieces it has to hold before it is made anew; some are left for what will be said */
export function emptyMarks(count: number): WordMarks {
  let bytes = SMALLEST;
  // Few sizes, so that one says little of how much was said.
  while (bytes * 8 < count * BITS_EACH)
    bytes = Number.isInteger(Math.log2(bytes)) ? bytes * 1.5 : (bytes * 4) / 3;
  return { at: 0, count: 0, bits: new Uint8Array(bytes) };
}

/** Whether it holds so many that it would be wrong too often. */
export const isOverfull = ({ count, bits }: WordMarks): boolean => count * BITS_EACH > bits.length * 8;

/** Sets the bits of pieces. True where something has changed. */
export function mark(marks: WordMarks, grams: Iterable<Gram>): boolean {
  const { bits } = marks;
  const before = marks.count;
  for (const gram of grams) {
    if (mayHold(bits, gram)) continue;
    const [first, step] = [hashOf(gram), stepOf(gram)];
    for (let probe = 0; probe < PROBES; probe++) {
      const bit = ((first + probe * step) >>> 0) % (bits.length * 8);
      bits[bit >>> 3] = (bits[bit >>> 3] ?? 0) | (1 << (bit & 7));
    }
    marks.count++;
  }
  return marks.count > before;
}

/** Whether a piece may be there. */
export function mayHold(bits: Uint8Array, gram: Gram): boolean {
  const [first, step] = [hashOf(gram), stepOf(gram)];
  const size = bits.length * 8;
  for (let probe = 0; probe < PROBES; probe++) {
    const bit = ((first + probe * step) >>> 0) % size;
    if (((bits[bit >>> 3] ?? 0) & (1 << (bit & 7))) === 0) return false;
  }
  return true;
}

const mixed = (value: number): number => {
  let hash = value >>> 0;
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return (hash ^ (hash >>> 16)) >>> 0;
};

const hashOf = (gram: Gram): number => mixed(mixed(gram) + Math.floor(gram / 2 ** 32));
/** Odd, so that the probes do not meet each other again soon. */
const stepOf = (gram: Gram): number => mixed(hashOf(gram) ^ 0x9e3779b9) | 1;

const FORMAT = 1;
const HEAD = 16;

/** Marks as bytes: the format, how many pieces, when, and the bits. */
export function marksToBytes({ at, count, bits }: WordMarks): Uint8Array {
  const bytes = new Uint8Array(HEAD + bits.length);
  const view = new DataView(bytes.buffer);
  view.setUint32(0, FORMAT);
  view.setUint32(4, count);
  view.setFloat64(8, at);
  bytes.set(bits, HEAD);
  return bytes;
}

/** Null where the bytes are of another format; then they are to be made anew. */
export function marksFromBytes(bytes: Uint8Array): WordMarks | null {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (bytes.length <= HEAD || view.getUint32(0) !== FORMAT) return null;
  return { count: view.getUint32(4), at: view.getFloat64(8), bits: bytes.slice(HEAD) };
}
