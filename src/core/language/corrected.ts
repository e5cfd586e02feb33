/**
 * How something is put right. `change` and `wrong` (改成399, 不对，是399) are about what was noted before; `not-but`
 * (不是假货，是质量问题) may be a first telling as well, and `should` (应该是399) an unsure first answer.
 */
export type HowCorrected = 'change' | 'not-but' | 'wrong' | 'should';
