import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { createZstdCompress, createZstdDecompress, constants } from 'node:zlib';
import { pipeline, Readable } from 'node:stream';
import { writeAside } from './write-aside.ts';

/**
 * A file of records: one Zstandard stream that holds the line MAGIC, the records, and an end. A record is the length of
 * its head and the length of its body, four bytes each with the highest first, then the head as JSON and the body. The
 * end is a record of kind `end`, whose head counts the records and holds the SHA-256 of all bytes before it; nothing
 * follows it.
 */
const MAGIC = 'parley-backup/1\n';
const LENGTHS = 8;
/** Heads beyond this are no heads; neither is what a broken length promises to come. */
const LONGEST_HEAD = 64 * 1024 * 1024;
const NOTHING = Buffer.alloc(0);

export interface FileRecord {
  head: { kind: string } & Record<string, unknown>;
  body: Uint8Array;
}

/** The file is not whole, or no copy at all. */
export class BrokenFile extends Error {
  override readonly name = 'BrokenFile';
}

/**
 * Writes all records, durably, before the name is there. Rejects when the disk refuses.
 * @returns bytes written
 */
export function writeRecords(path: string, records: AsyncIterable<FileRecord>): Promise<number> {
  const compress = createZstdCompress({ params: { [constants.ZSTD_c_checksumFlag]: 1 } });
  return writeAside(path, [Readable.from(framed(records), { objectMode: false }), compress]);
}

async function* framed(records: AsyncIterable<FileRecord>): AsyncGenerator<Buffer> {
  const hash = createHash('sha256');
  let count = 0;
  const start = Buffer.from(MAGIC);
  hash.update(start);
  yield start;
  for await (const record of records) {
    const frame = frameOf(record);
    hash.update(frame);
    count++;
    yield frame;
  }
  yield frameOf({ head: { kind: 'end', count, sha256: hash.digest('hex') }, body: NOTHING });
}

function frameOf({ head, body }: FileRecord): Buffer {
  const json = Buffer.from(JSON.stringify(head));
  const lengths = Buffer.alloc(LENGTHS);
  lengths.writeUInt32BE(json.length, 0);
  lengths.writeUInt32BE(body.length, 4);
  return Buffer.concat([lengths, json, body]);
}

/**
 * The records of a file, one at a time. Throws at the end where the file is not whole, so nothing of it may be relied on
 * before it has been read once.
 * @param onRead told of the bytes of the file as they are read
 * @throws BrokenFile
 */
export async function* readRecords(
  path: string,
  onRead: (bytes: number) => void = () => {},
): AsyncGenerator<FileRecord> {
  const file = createReadStream(path).on('data', chunk => onRead(chunk.length));
  const bytes = new Pieces(pipeline(file, createZstdDecompress({ rejectGarbageAfterEnd: true }), () => {}));
  const hash = createHash('sha256');
  try {
    const start = await bytes.take(MAGIC.length);
    if (start.toString() !== MAGIC) throw new BrokenFile(`${path} is no backup that this Parley can read`);
    hash.update(start);
    for (let count = 0; ; count++) {
      const { record, frame } = await nextRecord(bytes);
      if (record.head.kind === 'end') return await checkEnd(record, bytes, count, hash.digest('hex'));
      hash.update(frame);
      yield record;
    }
  } catch (error) {
    throw asBroken(path, error);
  } finally {
    file.destroy();
  }
}

async function nextRecord(bytes: Pieces): Promise<{ record: FileRecord; frame: Buffer }> {
  const lengths = await bytes.take(LENGTHS);
  const headLength = lengths.readUInt32BE(0);
  if (headLength > LONGEST_HEAD) throw new BrokenFile('a record of it cannot be read');
  const rest = await bytes.take(headLength + lengths.readUInt32BE(4));
  const head = JSON.parse(rest.toString('utf8', 0, headLength)) as FileRecord['head'];
  return { record: { head, body: rest.subarray(headLength) }, frame: Buffer.concat([lengths, rest]) };
}

async function checkEnd({ head }: FileRecord, bytes: Pieces, count: number, sha256: string): Promise<void> {
  if (head['count'] !== count || head['sha256'] !== sha256)
    throw new BrokenFile('what it holds is not what was written');
  if (!(await bytes.isAtEnd())) throw new BrokenFile('something follows its end');
}

/** What the decompression or the parser says of a broken file, as one sentence; a failing disk is another matter. */
function asBroken(path: string, error: unknown): unknown {
  if (error instanceof BrokenFile) return new BrokenFile(`${path} is broken: ${error.message}`);
  const { code, name } = error as NodeJS.ErrnoException;
  const isContent = name === 'SyntaxError' || /^(ZSTD_|Z_|ERR_TRAILING_JUNK)/.test(code ?? '');
  return isContent ? new BrokenFile(`${path} is broken: it ends early or was changed`) : error;
}

/** Bytes of a stream in pieces of the length that is asked for. */
class Pieces {
  readonly #chunks: AsyncIterator<Buffer>;
  #held: Buffer[] = [];
  #length = 0;

  constructor(stream: AsyncIterable<Buffer>) {
    this.#chunks = stream[Symbol.asyncIterator]();
  }

  async take(length: number): Promise<Buffer> {
    while (this.#length < length) {
      const { done, value } = await this.#chunks.next();
      if (done) throw new BrokenFile('it ends early');
      this.#held.push(value);
      this.#length += value.length;
    }
    const all = this.#held.length === 1 && this.#held[0] ? this.#held[0] : Buffer.concat(this.#held);
    this.#held = [all.subarray(length)];
    this.#length -= length;
    return all.subarray(0, length);
  }

  async isAtEnd(): Promise<boolean> {
    return this.#length === 0 && (await this.#chunks.next()).done === true;
  }
}
