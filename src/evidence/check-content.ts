import sharp from 'sharp';
import { isWholeIsoMedia, tracksOf } from './iso-media.ts';

/** Phones take pictures of 200 million pixels. Beyond this a small file would unfold to gigabytes of memory. */
export const MOST_PIXELS = 256_000_000;
/** A PDF ends with `%%EOF`; some writers add a little after it. */
const PDF_TAIL = 2048;

export type Fault = 'broken' | 'too-large';

/** What keeps a file of this type from being opened, or null. Sound and text are taken as they are. */
export async function checkContent(mime: string, bytes: Uint8Array): Promise<Fault | null> {
  switch (mime) {
    case 'image/jpeg':
    case 'image/png':
    case 'image/webp':
    case 'image/gif':
      return decodes(bytes);
    case 'image/heic':
    case 'image/heif':
      return isWholeIsoMedia(bytes) ? null : 'broken';
    case 'image/bmp':
      return isWholeBmp(bytes) ? null : 'broken';
    case 'audio/mp4':
      return isWholeIsoMedia(bytes) && tracksOf(bytes).includes('soun') ? null : 'broken';
    case 'application/pdf':
      return Buffer.from(bytes.subarray(-PDF_TAIL)).includes('%%EOF') ? null : 'broken';
    default:
      return null;
  }
}

/** Reads every row, but keeps only a thumbnail, so that a large picture does not lie in memory as a whole. */
async function decodes(bytes: Uint8Array): Promise<Fault | null> {
  try {
    const picture = sharp(bytes, {
      failOn: 'truncated',
      limitInputPixels: MOST_PIXELS,
      sequentialRead: true,
    });
    await picture.resize({ width: 32, height: 32, fit: 'inside', fastShrinkOnLoad: false }).raw().toBuffer();
    return null;
  } catch (error) {
    return String(error).includes('pixel limit') ? 'too-large' : 'broken';
  }
}

/** Whether the rows that the header announces are there; compressed ones (rare) cannot be counted. */
function isWholeBmp(bytes: Uint8Array): boolean {
  if (bytes.length < 54) return false;
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const pixels = view.getUint32(10, true);
  const headerSize = view.getUint32(14, true);
  if (headerSize < 40) return pixels < bytes.length;
  const width = Math.abs(view.getInt32(18, true));
  const height = Math.abs(view.getInt32(22, true));
  const isCompressed = ![0, 3].includes(view.getUint32(30, true));
  if (width === 0 || height === 0) return false;
  const rowBytes = Math.ceil((width * view.getUint16(28, true)) / 32) * 4;
  return isCompressed ? pixels < bytes.length : pixels + rowBytes * height <= bytes.length;
}
