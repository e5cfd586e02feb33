import type { LedgerRow, SealedAppend } from '../ledger.ts';

/** First byte of a row: how it is written. */
const FORMAT = 1;
const FRAME = 5;

type Header = [
  version: number,
  at: string,
  cause: string,
  owner: string,
  types: string[],
  previous: string,
  chain: number,
];

/** An append as the bytes of one entry: format, length of the header, header in JSON, chain, body. Its stream is the key. */
export function rowToBytes({
  version,
  at,
  cause,
  owner,
  types,
  previous,
  chain,
  body,
}: SealedAppend): Buffer {
  const header = JSON.stringify([version, at, cause, owner, types, previous, chain.length] satisfies Header);
  const length = Buffer.byteLength(header);
  const bytes = Buffer.allocUnsafe(FRAME + length + chain.length + body.length);
  bytes[0] = FORMAT;
  bytes.writeUInt32BE(length, 1);
  bytes.write(header, FRAME);
  bytes.set(chain, FRAME + length);
  bytes.set(body, FRAME + length + chain.length);
  return bytes;
}

/** A row as Redis gives it: its id, which is its last version and its position, and a field with its bytes. */
export type Entry = [id: Buffer, fields: [name: Buffer, bytes: Buffer]];

export const rowOf = (stream: string, [id, [, bytes]]: Entry): LedgerRow =>
  rowFromBytes(stream, Number(id.subarray(id.indexOf('-') + 1)), bytes);

/** @throws Error when the bytes are of a newer format */
export function rowFromBytes(stream: string, position: number, bytes: Buffer): LedgerRow {
  if (bytes[0] !== FORMAT)
    throw new Error('An entry of the ledger has a form that this version of Parley does not know.');
  const chainAt = FRAME + bytes.readUInt32BE(1);
  const header = JSON.parse(bytes.toString('utf8', FRAME, chainAt)) as Header;
  const [version, at, cause, owner, types, previous, length] = header;
  const bodyAt = chainAt + length;
  const [chain, body] = [bytes.subarray(chainAt, bodyAt), bytes.subarray(bodyAt)];
  return { stream, version, at, cause, owner, types, previous, chain, body, position };
}
