import { createHash } from 'node:crypto';
import { crc32 } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import type { EvidenceStore } from '../../src/evidence/evidence-store.ts';
import { takeIn } from '../../src/evidence/intake.ts';
import { memoryEvidence } from '../support/stores.ts';
import * as samples from './samples.ts';

const LIMITS = { maxBytes: 200_000, maxFiles: 3 };

async function intake(
  name: string,
  bytes: Uint8Array,
  options: { taken?: number; store?: EvidenceStore } = {},
) {
  const result = await takeIn(
    { owner: 'o', name, bytes },
    LIMITS,
    options.taken ?? 0,
    options.store ?? memoryEvidence(),
    () => 'e1',
  );
  return 'taken' in result ? result.taken.mime : result.refused.reason;
}
const half = (bytes: Uint8Array): Uint8Array => bytes.slice(0, Math.floor(bytes.length / 2));

describe('what is taken, by content', () => {
  it.each([
    ['a jpeg', samples.jpeg, 'image/jpeg'],
    ['a png', samples.png, 'image/png'],
    ['a webp', samples.webp, 'image/webp'],
    ['a gif', samples.gif, 'image/gif'],
    ['a heic', samples.heic, 'image/heic'],
    ['a bmp', samples.bmp, 'image/bmp'],
    ['a pdf', samples.pdf, 'application/pdf'],
    ['an mp3', samples.mp3, 'audio/mpeg'],
    ['an m4a', samples.mpeg4('M4A ', 'soun'), 'audio/mp4'],
    ['a recording under the brand of films', samples.mpeg4('mp42', 'soun'), 'audio/mp4'],
    ['a recording of an old phone', samples.mpeg4('3gp4', 'soun'), 'audio/mp4'],
    ['a wav', samples.wav, 'audio/wav'],
    ['ogg vorbis', samples.vorbis, 'audio/ogg'],
    ['ogg opus', samples.opus, 'audio/ogg'],
    ['amr', samples.amr, 'audio/amr'],
    ['aac', samples.aac, 'audio/aac'],
    ['flac', samples.flac, 'audio/flac'],
    ['text in UTF-8', samples.utf8('商家不退款\r\n\t第二行 😀'), 'text/plain'],
    ['text in GB18030', samples.gb18030, 'text/plain'],
    ['text in UTF-16 as Notepad writes it', samples.utf16('商家不退款'), 'text/plain'],
  ])('%s', async (_, bytes, mime) => {
    expect(await intake('无关的名字.exe', bytes)).toBe(mime);
  });

  it('keeps hash, size and the bytes as they came', async () => {
    const store = memoryEvidence();
    const bytes = samples.jpeg;
    const before = bytes.slice();
    const sha256 = createHash('sha256').update(bytes).digest('hex');
    const result = await takeIn({ owner: 'o', name: '截图.jpg', bytes }, LIMITS, 0, store, () => 'e1');
    expect(result).toEqual({
      taken: { id: 'e1', sha256, name: '截图.jpg', mime: 'image/jpeg', size: before.length },
    });
    expect(new Uint8Array((await store.get('o', sha256)) ?? [])).toEqual(before);
  });
});

describe('what is refused, and as what', () => {
  it.each([
    ['nothing at all', new Uint8Array(), 'empty'],
    ['blank lines', samples.utf8(' \n\n'), 'empty'],
    ['a film', samples.mpeg4('isom', 'vide', 'soun'), 'wrong-type'],
    ['a silent film', samples.mpeg4('mp42', 'vide'), 'wrong-type'],
    ['a zip', samples.latin('PK\x03\x04\x14\0\0\0\0\0'), 'wrong-type'],
    ['a program', samples.latin('MZ\x90\0\x03\0\0\0\x04\0'), 'wrong-type'],
    ['bytes of no known kind', Uint8Array.from({ length: 400 }, (_, n) => (n * 89) % 256), 'wrong-type'],
    ['text with control characters', samples.utf8('转账\u0000\u0007'), 'wrong-type'],
    ['half a jpeg', half(samples.jpeg), 'broken'],
    ['half a png', half(samples.png), 'broken'],
    ['half a webp', half(samples.webp), 'broken'],
    ['half a gif', half(samples.gif), 'broken'],
    ['the head of a png', samples.png.slice(0, 20), 'broken'],
    ['half a heic', half(samples.heic), 'broken'],
    ['half a bmp', half(samples.bmp), 'broken'],
    ['half a pdf', half(samples.pdf), 'broken'],
    ['an m4a that was cut off', samples.mpeg4('M4A ', 'soun').slice(0, -20), 'broken'],
    ['a recording that never ended', samples.mpeg4('M4A '), 'broken'],
    ['more bytes than allowed', new Uint8Array(LIMITS.maxBytes + 1), 'too-large'],
  ])('%s', async (_, bytes, reason) => {
    expect(await intake('file.bin', bytes)).toBe(reason);
  });

  it('calls a damaged picture damaged, not unwelcome', async () => {
    expect(await intake('截图.JPG', new Uint8Array(500))).toBe('broken');
    expect(await intake('截图.psd', new Uint8Array(500))).toBe('wrong-type');
  });

  it('refuses a picture that would unfold to gigabytes', async () => {
    const bytes = samples.png.slice();
    const view = new DataView(bytes.buffer);
    view.setUint32(16, 30_000);
    view.setUint32(20, 30_000);
    view.setUint32(29, crc32(bytes.subarray(12, 29)));
    const result = await takeIn(
      { owner: 'o', name: 'b.png', bytes },
      LIMITS,
      0,
      memoryEvidence(),
      () => 'e1',
    );
    expect(result).toEqual({ refused: { name: 'b.png', reason: 'too-large' } });
  });

  it('takes a file of exactly the allowed size, and the last one allowed', async () => {
    expect(await intake('a.txt', samples.utf8('a'.repeat(LIMITS.maxBytes)))).toBe('text/plain');
    expect(await intake('a.txt', samples.utf8('a'), { taken: LIMITS.maxFiles - 1 })).toBe('text/plain');
    expect(await intake('a.txt', samples.utf8('a'), { taken: LIMITS.maxFiles })).toBe('too-many');
  });

  it('says so when the disk refuses, and tells the operator why', async () => {
    const full = new Error('ENOSPC');
    const store: EvidenceStore = {
      put: () => Promise.reject(full),
      get: async () => null,
      erase: async () => {},
    };
    const errors: unknown[] = [];
    const file = { owner: 'o', name: 'a.txt', bytes: samples.utf8('x') };
    const result = await takeIn(
      file,
      LIMITS,
      0,
      store,
      () => 'e1',
      error => errors.push(error),
    );
    expect(result).toEqual({ refused: { name: 'a.txt', reason: 'not-saved' } });
    expect(errors).toEqual([full]);
  });
});
