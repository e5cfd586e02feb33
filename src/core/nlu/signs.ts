/** What only tells whom a picture shows (🤷‍♀️), and colours of skin, are left out. */
const MEANT = /(?![♀♂])\p{Extended_Pictographic}|[✓✗✘]/gu;

/** The pictures of a normalised message without what only dresses them up: 👌🏿 and 👌 say the same. */
export const signsOf = (normalized: string): string => normalized.match(MEANT)?.join('') ?? '';
