import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cleanName } from '../../src/evidence/clean-name.ts';

describe('the name of a sent file', () => {
  it.each([
    ['付款截图 2026年3月.jpg', '付款截图 2026年3月.jpg'],
    ['../../etc/passwd', 'passwd'],
    ['C:\\Users\\王\\桌面\\合同.pdf', '合同.pdf'],
    ['a\u0000b\r\nc.txt', 'abc.txt'],
    ['\u202Egpj.exe', 'gpj.exe'],
    ['  two   spaces.png ', 'two spaces.png'],
    ['', 'file'],
    ['..', 'file'],
    ['folder/', 'file'],
    ['👨‍👩‍👧.jpg', '👨👩👧.jpg'],
  ])('%j becomes %j', (given, expected) => {
    expect(cleanName(given)).toBe(expected);
  });

  it('is cut with its ending kept', () => {
    const name = cleanName(`${'长'.repeat(300)}.jpeg`);
    expect(name).toHaveLength(120);
    expect(name.endsWith('长.jpeg')).toBe(true);
  });

  it('is always short, visible, without a folder, and clean already', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 300 }), given => {
        const name = cleanName(given);
        expect(name.length).toBeGreaterThan(0);
        expect(name.length).toBeLessThanOrEqual(120);
        expect(name.isWellFormed()).toBe(true);
        expect(name).not.toMatch(/[/\\\p{Cc}\p{Cf}]/u);
        expect(cleanName(name)).toBe(name);
      }),
    );
  });
});
