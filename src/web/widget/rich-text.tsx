import { phoneParts } from './phone-links.ts';
import type { Words } from './settings.ts';

/** A text as it was written, line by line, with its telephone numbers to dial. */
export function RichText({ text, phones, words }: { text: string; phones: string[]; words: Words }) {
  return (
    <>
      {phoneParts(text, phones).map(({ text: part, phone }, index) =>
        phone ? (
          <a key={index} class="phone" href={`tel:${phone}`} aria-label={words('call', { number: part })}>
            {part}
          </a>
        ) : (
          part
        ),
      )}
    </>
  );
}
