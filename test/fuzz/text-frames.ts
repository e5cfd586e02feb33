const TEXT = 1;
const CLOSE = 8;
const PING = 9;

/** The texts of the WebSocket frames a server sent. Throws on what is no frame of a server, or breaks off. */
export function textFramesIn(bytes: Buffer): string[] {
  const texts: string[] = [];
  for (let at = 0; at < bytes.length; ) {
    const [first, second] = [bytes.readUInt8(at), bytes.readUInt8(at + 1)];
    const [opcode, short] = [first & 0x0f, second & 0x7f];
    const isKnown =
      (first & 0xf0) === 0x80 && second < 0x80 && [TEXT, CLOSE, PING, PING + 1].includes(opcode);
    if (!isKnown) throw new Error(`a frame begins with ${first.toString(16)} ${second.toString(16)}`);
    const wide = { 126: 2, 127: 8 }[short] ?? 0;
    const length =
      wide === 0 ? short : bytes.readUIntBE(at + 2 + wide - Math.min(wide, 6), Math.min(wide, 6));
    const start = at + 2 + wide;
    at = start + length;
    if (at > bytes.length) throw new Error('a frame breaks off');
    if (opcode === TEXT) texts.push(bytes.toString('utf8', start, at));
  }
  return texts;
}
