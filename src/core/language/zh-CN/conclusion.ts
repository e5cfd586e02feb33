/** What opens the clause that says what all before it comes to: 所以我同意. */
export const CONCLUDES: RegExp = /^\s*(?:所以说?|因此|总之|反正|总的来说|那就)/;
