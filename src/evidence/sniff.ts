import { fileTypeFromBuffer } from 'file-type';
import { EVIDENCE_ENDINGS } from '../core/conversation/evidence-kinds.ts';
import { tracksOf } from './iso-media.ts';
import { plainText } from './plain-text.ts';

/** Other names under which `file-type` knows the same. */
const SAME: Record<string, string> = {
  'image/apng': 'image/png',
  'image/heic-sequence': 'image/heic',
  'image/heif-sequence': 'image/heif',
  'audio/x-m4a': 'audio/mp4',
  'audio/ogg; codecs=opus': 'audio/ogg',
};

/** Containers that hold films as well as mere sound. */
const FILM_OR_SOUND = new Set(['video/mp4', 'video/3gpp', 'video/3gpp2', 'video/quicktime']);

export type Sniffed = { mime: string } | { refused: 'wrong-type' | 'broken' | 'empty' };

/**
 * The type of a file by its content. What cannot be recognised counts as broken where its name promises a type that is
 * taken, so that a person hears that the file was damaged and not that pictures are unwelcome.
 */
export async function sniff(name: string, bytes: Uint8Array): Promise<Sniffed> {
  const ending = name.slice(name.lastIndexOf('.') + 1).toLowerCase();
  const promised = Object.values(EVIDENCE_ENDINGS).some(endings => endings.includes(ending));
  const unknown: Sniffed = { refused: promised ? 'broken' : 'wrong-type' };
  let found: string | undefined;
  try {
    found = (await fileTypeFromBuffer(bytes))?.mime;
  } catch {
    return unknown;
  }
  if (found === undefined || found.startsWith('text/') || found === 'application/xml') {
    const text = plainText(bytes);
    if (text === null) return unknown;
    return text.trim() === '' ? { refused: 'empty' } : { mime: 'text/plain' };
  }
  const mime = SAME[found] ?? (FILM_OR_SOUND.has(found) && isSound(bytes) ? 'audio/mp4' : found);
  return mime in EVIDENCE_ENDINGS ? { mime } : { refused: 'wrong-type' };
}

function isSound(bytes: Uint8Array): boolean {
  const tracks = tracksOf(bytes);
  return tracks.includes('soun') && !tracks.includes('vide');
}
