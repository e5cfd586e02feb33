/**
 * About how many tokens a text is: one for a Chinese character, one for three or four letters. It is what counts until
 * the provider has told its own number, or where it tells none.
 */
export const tokensOf = (text: string): number => Math.ceil(Buffer.byteLength(text) / 3);
