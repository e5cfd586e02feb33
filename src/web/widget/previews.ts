import type { Upload } from './uploads.ts';

/** Addresses of the pictures picked on this page; they are gone with the page. */
export interface Previews {
  ofUpload(upload: Upload): string | undefined;
  ofEvidence(id: string): string | undefined;
  /** The file has gone out: its picture goes by the evidence's id from now on. */
  keep(upload: Upload): void;
}

export function previewsOfFiles(): Previews {
  const byFile = new WeakMap<File, string>();
  const byEvidence = new Map<string, string>();
  const addressOf = (file: File) => {
    const known = byFile.get(file) ?? URL.createObjectURL(file);
    byFile.set(file, known);
    return known;
  };
  return {
    ofUpload: ({ file, mime }) => (mime.startsWith('image/') ? addressOf(file) : undefined),
    ofEvidence: id => byEvidence.get(id),
    keep({ evidence, file, mime }) {
      if (evidence && mime.startsWith('image/')) byEvidence.set(evidence.id, addressOf(file));
    },
  };
}
