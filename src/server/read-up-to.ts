/** Bytes read and thrown away beyond the limit, so that an honest client gets its answer and not a broken connection. */
const MOST_DISCARDED = 256 * 1024 * 1024;

/** The client goes on sending far beyond any limit it could have meant. */
export class EndlessBody extends Error {}

/**
 * Reads a stream to its end.
 * @returns its bytes, or null where there are more than `most`
 * @throws EndlessBody, and whatever the stream fails with; a body that breaks off is never taken for a whole one
 */
export async function readUpTo(stream: AsyncIterable<Buffer>, most: number): Promise<Buffer | null> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of stream) {
    size += chunk.length;
    if (size <= most) chunks.push(chunk);
    else chunks.length = 0;
    if (size > most + MOST_DISCARDED) throw new EndlessBody();
  }
  return size <= most ? Buffer.concat(chunks) : null;
}
