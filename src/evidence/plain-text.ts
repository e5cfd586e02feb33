/** What texts are written in here: UTF-8, GB18030 (Windows in China, older exports), and UTF-16 where a mark says so. */
const ENCODINGS = [
  { label: 'utf-16le', mark: [0xff, 0xfe] },
  { label: 'utf-16be', mark: [0xfe, 0xff] },
  { label: 'utf-8', mark: [] },
  { label: 'gb18030', mark: [] },
];

/** Nothing that a person types: control characters other than line ends, tab, form feed, and the old end-of-file mark. */
const CONTROL = /[^\P{Cc}\t\n\r\f\x1a]/u;

/** The text of a plain-text file, or null where the bytes are not one. */
export function plainText(bytes: Uint8Array): string | null {
  for (const { label, mark } of ENCODINGS) {
    if (!mark.every((byte, index) => bytes[index] === byte)) continue;
    const text = decoded(bytes, label);
    if (text !== null && !CONTROL.test(text)) return text;
  }
  return null;
}

function decoded(bytes: Uint8Array, label: string): string | null {
  try {
    return new TextDecoder(label, { fatal: true }).decode(bytes);
  } catch {
    return null;
  }
}
