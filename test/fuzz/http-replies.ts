export interface HttpReply {
  status: number;
  headers: Map<string, string>;
  body: Buffer;
}

export interface HttpReplies {
  replies: HttpReply[];
  /** What follows a switch of protocols, or bytes that are not a whole reply yet. */
  rest: Buffer;
}

/** The HTTP replies in what a server sent, as far as they are whole. Throws on what is no HTTP. */
export function httpRepliesIn(bytes: Buffer): HttpReplies {
  const replies: HttpReply[] = [];
  let rest = bytes;
  while (rest.length > 0) {
    const reply = nextReply(rest);
    if (!reply) break;
    replies.push(reply);
    rest = rest.subarray(reply.size);
    if (reply.status === 101) break;
  }
  return { replies, rest };
}

function nextReply(bytes: Buffer): (HttpReply & { size: number }) | null {
  const end = bytes.indexOf('\r\n\r\n');
  if (end < 0) {
    if (bytes.length > 100_000) throw new Error('a reply has headers without end');
    return null;
  }
  const [first = '', ...lines] = bytes.toString('latin1', 0, end).split('\r\n');
  const status = Number(/^HTTP\/1\.1 (\d{3}) /.exec(first)?.[1]);
  if (!status) throw new Error(`a reply begins with ${JSON.stringify(first.slice(0, 80))}`);
  const headers = new Map(lines.map(line => fieldIn(line)));
  const body = bodyIn(bytes.subarray(end + 4), headers);
  return body && { status, headers, body: body.content, size: end + 4 + body.size };
}

function fieldIn(line: string): [string, string] {
  const [, name, value] = /^([\w-]+): ?(.*)$/.exec(line) ?? [];
  if (name === undefined || value === undefined)
    throw new Error(`a reply has the header ${JSON.stringify(line)}`);
  return [name.toLowerCase(), value];
}

function bodyIn(bytes: Buffer, headers: Map<string, string>): { content: Buffer; size: number } | null {
  if (headers.get('transfer-encoding') === 'chunked') return chunksIn(bytes);
  const length = Number(headers.get('content-length') ?? 0);
  // The answer to HEAD tells a length and has no body; whatever follows begins with the next reply.
  const hasNone = bytes.length === 0 || bytes.subarray(0, 5).equals(Buffer.from('HTTP/'));
  if (hasNone) return { content: Buffer.alloc(0), size: 0 };
  return bytes.length < length ? null : { content: bytes.subarray(0, length), size: length };
}

function chunksIn(bytes: Buffer): { content: Buffer; size: number } | null {
  const chunks: Buffer[] = [];
  for (let at = 0; ; ) {
    const line = bytes.indexOf('\r\n', at);
    if (line < 0) return null;
    const length = Number.parseInt(bytes.toString('latin1', at, line), 16);
    if (bytes.length < line + 2 + length + 2) return null;
    chunks.push(bytes.subarray(line + 2, line + 2 + length));
    at = line + 2 + length + 2;
    if (length === 0) return { content: Buffer.concat(chunks), size: at };
  }
}
