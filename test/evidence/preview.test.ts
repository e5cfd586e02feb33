import sharp from 'sharp';
import { describe, expect, it } from 'vitest';
import { previewOf } from '../../src/evidence/preview.ts';
import * as samples from './samples.ts';

const plain = (width: number, height: number) =>
  sharp({ create: { width, height, channels: 3, background: '#fff' } });

async function shown(mime: string, bytes: Uint8Array) {
  const preview = await previewOf(mime, bytes);
  if (!preview) throw new Error('nothing of it can be shown');
  return { ...preview, about: await sharp(preview.bytes).metadata() };
}

describe('a picture', () => {
  it('loses where and with what it was taken', async () => {
    const taken = await samples.withPlace();
    expect(Buffer.from(taken).includes(samples.CAMERA)).toBe(true);
    const { about, bytes } = await shown('image/jpeg', taken);
    expect([about.exif, about.xmp, about.iptc, about.icc]).toEqual([
      undefined,
      undefined,
      undefined,
      undefined,
    ]);
    expect(Buffer.from(bytes).includes(samples.CAMERA)).toBe(false);
  });

  it('stands upright', async () => {
    const lying = await plain(300, 100).withMetadata({ orientation: 6 }).jpeg().toBuffer();
    const { about } = await shown('image/jpeg', lying);
    expect([about.width, about.height, about.orientation]).toEqual([100, 300, undefined]);
  });

  it('stays as large as it is where that is not too large', async () => {
    const { about } = await shown('image/png', samples.png);
    expect([about.format, about.width, about.height]).toEqual(['webp', 200, 160]);
  });

  it('is made smaller by what is in it, not by its longest side: a long screenshot can still be read', async () => {
    const { about } = await shown('image/png', await plain(1080, 12_000).png().toBuffer());
    expect(about.width).toBeGreaterThan(800);
    expect(about.width * about.height).toBeLessThanOrEqual(8_000_000);
    const ribbon = await shown('image/png', await plain(40, 30_000).png().toBuffer());
    expect(ribbon.about.height).toBeLessThanOrEqual(16_383);
  });

  it.each([
    ['webp', samples.webp],
    ['gif', samples.gif],
  ])('of other kinds: %s', async (format, bytes) =>
    expect((await shown(`image/${format}`, bytes)).about.format).toBe('webp'));

  it.each([
    ['what a small file would unfold to is too large', 'image/png', samples.bomb],
    ['its kind cannot be read here', 'image/heic', samples.heic],
    ['its kind cannot be read here', 'image/bmp', samples.bmp],
    ['it is broken', 'image/jpeg', samples.jpeg.slice(0, 20)],
  ])('is not shown where %s: %s', async (_, mime, bytes) => expect(await previewOf(mime, bytes)).toBeNull());
});

it('a text is shown in UTF-8, whatever it was written in', async () => {
  for (const bytes of [samples.gb18030, samples.utf8('商家不退款\r\n'), samples.utf16('商家不退款\r\n')]) {
    const preview = await previewOf('text/plain', bytes);
    expect(preview?.type).toBe('text/plain; charset=utf-8');
    expect(new TextDecoder().decode(preview?.bytes)).toBe('商家不退款\r\n');
  }
});

it('PDF and sound are shown as they are, and nothing else is', async () => {
  expect(await previewOf('application/pdf', samples.pdf)).toEqual({
    type: 'application/pdf',
    bytes: samples.pdf,
  });
  expect(await previewOf('audio/mpeg', samples.mp3)).toEqual({ type: 'audio/mpeg', bytes: samples.mp3 });
  expect(await previewOf('application/zip', samples.pdf)).toBeNull();
});
