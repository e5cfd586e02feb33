/** What opens the clause that says what all before it comes to: so I agree. */
export const CONCLUDES: RegExp = /^\s*(?:so|therefore|in short|anyway|hence)(?![a-z])/;
