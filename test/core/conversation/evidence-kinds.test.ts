import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { EVIDENCE_ENDINGS, kindOf, savedName } from '../../../src/core/conversation/evidence-kinds.ts';

describe('the name under which a file is saved', () => {
  test.each([
    ['聊天记录.jpg', 'image/jpeg', '聊天记录.jpg'],
    ['IMG.JPEG', 'image/jpeg', 'IMG.JPEG'],
    ['发票.html', 'text/plain', '发票.html.txt'],
    ['setup.exe', 'image/png', 'setup.exe.png'],
    ['没有后缀', 'application/pdf', '没有后缀.pdf'],
    ['语音.opus', 'audio/ogg', '语音.opus'],
    ['a"b<c>d:e|f?g*h.png', 'image/png', 'a_b_c_d_e_f_g_h.png'],
    ['../../etc/passwd', 'text/plain', '.._.._etc_passwd.txt'],
  ])('%s as %s is %s', (name, mime, saved) => expect(savedName(name, mime)).toBe(saved));

  test('always ends as its content tells, and leads nowhere', () => {
    const mime = fc.constantFrom(...Object.keys(EVIDENCE_ENDINGS));
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), mime, (name, type) => {
        const saved = savedName(name, type);
        expect(EVIDENCE_ENDINGS[type]).toContain(saved.slice(saved.lastIndexOf('.') + 1).toLowerCase());
        expect(saved).not.toMatch(/[\\/:*?"<>|\p{Cc}]/u);
      }),
    );
  });
});

test('every type that is taken can be looked at in some way', () =>
  expect(Object.keys(EVIDENCE_ENDINGS).filter(mime => kindOf(mime) === 'other')).toEqual([]));
