import { crc32 } from 'node:zlib';
import sharp from 'sharp';

/** Small files as phones and computers make them, built here so that no binary lies in the repository. */

const text = (value: string): Uint8Array => Uint8Array.from(Buffer.from(value, 'latin1'));
const join = (...parts: Uint8Array[]): Uint8Array => Uint8Array.from(Buffer.concat(parts));

/** Noise, so that the compressed rows are spread over the whole file. */
const noise = sharp({
  create: {
    width: 200,
    height: 160,
    channels: 3,
    background: '#888',
    noise: { type: 'gaussian', mean: 128, sigma: 60 },
  },
});

const picture = async (format: 'jpeg' | 'png' | 'webp' | 'gif'): Promise<Uint8Array> =>
  Uint8Array.from(await noise.clone().toFormat(format).toBuffer());
export const jpeg = await picture('jpeg');
export const png = await picture('png');
export const webp = await picture('webp');
export const gif = await picture('gif');

export const pdf = text(
  '%PDF-1.4\n1 0 obj<</Type/Catalog>>endobj\ntrailer<</Root 1 0 R>>\nstartxref\n9\n%%EOF\n',
);

const box = (type: string, ...content: Uint8Array[]): Uint8Array => {
  const size = new Uint8Array(4);
  const whole = join(text(type), ...content);
  new DataView(size.buffer).setUint32(0, whole.length + 4);
  return join(size, whole);
};
const track = (handler: string): Uint8Array =>
  box('trak', box('mdia', box('hdlr', new Uint8Array(8), text(handler), new Uint8Array(13))));

/** An MPEG-4 file of a brand, with tracks of the given kinds. */
export const mpeg4 = (brand: string, ...handlers: string[]): Uint8Array =>
  join(
    box('ftyp', text(`${brand}\0\0\0\0${brand}`)),
    box('mdat', new Uint8Array(64)),
    box('moov', ...handlers.map(track)),
  );

export const heic = join(
  box('ftyp', text('heic\0\0\0\0mif1heic')),
  box('meta', new Uint8Array(40)),
  box('mdat', new Uint8Array(200)),
);

export const bmp = (() => {
  const bytes = new Uint8Array(54 + 12 * 4);
  const view = new DataView(bytes.buffer);
  bytes.set(text('BM'));
  view.setUint32(2, bytes.length, true);
  view.setUint32(10, 54, true);
  view.setUint32(14, 40, true);
  view.setInt32(18, 4, true);
  view.setInt32(22, -4, true);
  view.setUint16(26, 1, true);
  view.setUint16(28, 24, true);
  return bytes;
})();

export const wav = join(
  text('RIFF'),
  Uint8Array.of(36, 0, 0, 0),
  text('WAVEfmt '),
  Uint8Array.of(16, 0, 0, 0),
  new Uint8Array(24),
);
export const amr = join(text('#!AMR\n'), new Uint8Array(32));
export const mp3 = join(
  text('ID3'),
  Uint8Array.of(3, 0, 0, 0, 0, 0, 0),
  Uint8Array.of(0xff, 0xfb, 0x90, 0x64),
  new Uint8Array(500),
);
export const aac = join(Uint8Array.of(0xff, 0xf1, 0x50, 0x80, 0x02, 0x1f, 0xfc), new Uint8Array(64));
export const flac = join(text('fLaC'), Uint8Array.of(0x80, 0, 0, 34), new Uint8Array(34));
export const opus = join(
  text('OggS'),
  new Uint8Array(22),
  Uint8Array.of(1, 19),
  text('OpusHead'),
  new Uint8Array(11),
);
export const vorbis = join(
  text('OggS'),
  new Uint8Array(22),
  Uint8Array.of(1, 30),
  Uint8Array.of(1),
  text('vorbis'),
  new Uint8Array(23),
);

/** 「商家不退款」 in GB18030. */
export const gb18030 = Uint8Array.of(0xc9, 0xcc, 0xbc, 0xd2, 0xb2, 0xbb, 0xcd, 0xcb, 0xbf, 0xee, 0x0d, 0x0a);
export const utf8 = (value: string): Uint8Array => new TextEncoder().encode(value);
export const utf16 = (value: string): Uint8Array =>
  join(Uint8Array.of(0xff, 0xfe), Uint8Array.from(Buffer.from(value, 'utf16le')));
export const latin = text;

export const CAMERA = 'Geheim-Kamera 77';
/** A picture as a phone takes it: it tells the place, and which phone. */
export const withPlace = async (): Promise<Uint8Array> =>
  Uint8Array.from(
    await noise
      .clone()
      .withExif({
        IFD0: { Model: CAMERA },
        IFD3: {
          GPSLatitudeRef: 'N',
          GPSLatitude: '31/1 13/1 0/1',
          GPSLongitudeRef: 'E',
          GPSLongitude: '121/1 28/1 0/1',
        },
      })
      .withXmp(`<x:xmpmeta xmlns:x="adobe:ns:meta/"><note>${CAMERA}</note></x:xmpmeta>`)
      .jpeg()
      .toBuffer(),
  );

/** The beginning of a PNG of 100,000 × 100,000 pixels. */
export const bomb = (() => {
  const bytes = png.slice();
  const view = new DataView(bytes.buffer);
  view.setUint32(16, 100_000);
  view.setUint32(20, 100_000);
  view.setUint32(29, crc32(bytes.subarray(12, 29)));
  return bytes;
})();
