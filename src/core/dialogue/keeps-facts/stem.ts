/** An English word without its ending, so that its forms are one; anything else as it is. */
export function stem(word: string): string {
  if (!/^[a-z]{4,}/.test(word)) return word;
  return word
    .replace(/'s$/, '')
    .replace(/(?:ies|ied)$/, 'y')
    .replace(/(?<=[a-z]{3})(?:ing|ed|es|s)$/, '')
    .replace(/(?<=[a-z]{3})e$/, '')
    .replace(/(?<=[a-z]{2})([bdglmnprt])\1$/, '$1');
}
