/**
 * What is taken as evidence, by the type that the content tells, with the name endings under which it usually comes; the
 * first one is given to a name that has none of them.
 */
export const EVIDENCE_ENDINGS: Readonly<Record<string, readonly string[]>> = {
  'image/jpeg': ['jpg', 'jpeg'],
  'image/png': ['png'],
  'image/webp': ['webp'],
  'image/gif': ['gif'],
  'image/heic': ['heic'],
  'image/heif': ['heif'],
  'image/bmp': ['bmp'],
  'application/pdf': ['pdf'],
  'audio/mpeg': ['mp3'],
  'audio/mp4': ['m4a'],
  'audio/wav': ['wav'],
  'audio/ogg': ['ogg', 'opus'],
  'audio/amr': ['amr'],
  'audio/aac': ['aac'],
  'audio/flac': ['flac'],
  'text/plain': ['txt'],
};

/** How a file can be looked at; `other`: not at all, only saved. */
export type EvidenceKind = 'picture' | 'sound' | 'pdf' | 'text' | 'other';

export function kindOf(mime: string): EvidenceKind {
  if (mime.startsWith('image/')) return 'picture';
  if (mime.startsWith('audio/')) return 'sound';
  if (mime === 'application/pdf') return 'pdf';
  return mime === 'text/plain' ? 'text' : 'other';
}

/** What Windows allows in no name. */
const FORBIDDEN = /[<>:"/\\|?*\p{Cc}]/gu;

/**
 * The name under which a file is saved. It ends as its content tells, whatever ending its sender gave it: a page that was
 * taken as text must not act as a page when it is opened from a disk.
 */
export function savedName(name: string, mime: string): string {
  const plain = name.replace(FORBIDDEN, '_');
  const endings = EVIDENCE_ENDINGS[mime] ?? [];
  const ending = plain.slice(plain.lastIndexOf('.') + 1).toLowerCase();
  const [usual] = endings;
  return usual === undefined || endings.includes(ending) ? plain : `${plain}.${usual}`;
}
