/** A box of an ISO base media file (ISO/IEC 14496-12): HEIC pictures and MPEG-4 sound are made of them. */
interface Box {
  type: string;
  /** Where its content starts and ends. */
  start: number;
  end: number;
}

/** The whole boxes from `start` on. Reading ends at one that runs past the end, and at what cameras write after the last. */
function boxesIn(bytes: Uint8Array, start: number, end: number): Box[] {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const boxes: Box[] = [];
  for (let at = start; at < end; ) {
    if (at + 8 > end) break;
    const type = String.fromCharCode(...bytes.subarray(at + 4, at + 8));
    let size = view.getUint32(at);
    let header = 8;
    if (size === 1) {
      if (at + 16 > end) break;
      size = Number(view.getBigUint64(at + 8));
      header = 16;
    } else if (size === 0) {
      size = end - at;
    }
    if (size < header || at + size > end) break;
    boxes.push({ type, start: at + header, end: at + size });
    at += size;
  }
  return boxes;
}

/** Whether both the description and the media it describes are there to their ends. */
export function isWholeIsoMedia(bytes: Uint8Array): boolean {
  const types = new Set(boxesIn(bytes, 0, bytes.length).map(box => box.type));
  return types.has('mdat') && (types.has('meta') || types.has('moov'));
}

/**
 * The kinds of the file's tracks by their four-letter handlers (`soun`, `vide`); none where the description is missing.
 * Phones write voice recordings under the same brand as films; only the tracks tell them apart.
 */
export function tracksOf(bytes: Uint8Array): string[] {
  const within = (parents: Box[], type: string): Box[] =>
    parents.flatMap(parent => boxesIn(bytes, parent.start, parent.end)).filter(box => box.type === type);
  const handlers = ['moov', 'trak', 'mdia', 'hdlr'].reduce(within, [
    { type: 'file', start: 0, end: bytes.length },
  ]);
  return handlers.map(({ start }) => String.fromCharCode(...bytes.subarray(start + 8, start + 12)));
}
