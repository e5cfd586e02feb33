import sharp from 'sharp';
import { kindOf } from '../core/conversation/evidence-kinds.ts';
import { MOST_PIXELS } from './check-content.ts';
import type { Preview, Previews } from './evidence-store.ts';
import { plainText } from './plain-text.ts';

/**
 * So many pixels a shown picture has at most: enough for every letter on a screenshot of a whole talk, which is narrow
 * and very long; a bound on its sides would leave nothing of it to read.
 */
const SHOWN_PIXELS = 8_000_000;
/** The longest side WebP knows. */
const LONGEST_SIDE = 16_383;
/** Seconds after which a picture that takes longer is not shown. */
const LONGEST_WORK = 20;

export const previewOf: Previews = async (mime, bytes) => {
  switch (kindOf(mime)) {
    case 'picture':
      return shownPicture(bytes);
    case 'text': {
      const text = plainText(bytes);
      return text === null ? null : { type: 'text/plain; charset=utf-8', bytes: Buffer.from(text) };
    }
    case 'pdf':
    case 'sound':
      return { type: mime, bytes };
    case 'other':
      return null;
  }
};

/** The library leaves all metadata out by itself. Null where it cannot read the picture, such as most of HEIC. */
async function shownPicture(bytes: Uint8Array): Promise<Preview | null> {
  try {
    const picture = sharp(bytes, { limitInputPixels: MOST_PIXELS, sequentialRead: true });
    const { width, height } = (await picture.metadata()).autoOrient;
    const shrink = Math.min(
      1,
      Math.sqrt(SHOWN_PIXELS / (width * height)),
      LONGEST_SIDE / Math.max(width, height),
    );
    const shown = await picture
      .autoOrient()
      .resize({ width: Math.max(1, Math.floor(width * shrink)), withoutEnlargement: true })
      .timeout({ seconds: LONGEST_WORK })
      .webp({ quality: 82, effort: 1 })
      .toBuffer();
    return { type: 'image/webp', bytes: shown };
  } catch {
    return null;
  }
}
