const MEANT = /\p{Extended_Pictographic}|[☑✓✔✗✘]/gu;
/** A colour of skin, and what makes a picture of a sign or joins two of them. */
const DRESS = /[\u{1f3fb}-\u{1f3ff}\ufe0f\u200d♀♂]/gu;

/** The pictures of a normalised message without what only dresses them up: 👌🏿 and 👌 say the same. */
export const signsOf = (normalized: string): string =>
  normalized.replace(DRESS, '').match(MEANT)?.join('') ?? '';
