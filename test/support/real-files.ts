import sharp from 'sharp';

/** Files that a browser can show and play, made here so that no binary lies in the repository. */

const LINES = [
  '商家：亲，这双鞋不支持退货的哦',
  '我：可是图片上写着七天无理由',
  '商家：您已经试穿过了',
  '我：我只在家里穿了一下',
];

/** A screenshot of a talk with a shop, as phones make them: narrow and long. */
export async function screenshot(): Promise<Buffer> {
  const bubbles = LINES.map(
    (line, at) =>
      `<rect x="${at % 2 ? 240 : 40}" y="${160 + at * 420}" width="800" height="200" rx="30" fill="${at % 2 ? '#95ec69' : '#fff'}"/><text x="${at % 2 ? 280 : 80}" y="${280 + at * 420}" font-size="48" font-family="sans-serif" fill="#111">${line}</text>`,
  );
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="1080" height="1900"><rect width="1080" height="1900" fill="#ededed"/>${bubbles.join('')}</svg>`;
  return sharp(Buffer.from(svg)).jpeg({ quality: 90 }).toBuffer();
}

/** A second of a tone, as WAV: 8 kHz, 8 bits. */
export function tone(): Buffer {
  const rate = 8_000;
  const header = Buffer.alloc(44);
  header.write('RIFF', 0);
  header.writeUInt32LE(36 + rate, 4);
  header.write('WAVEfmt ', 8);
  header.writeUInt32LE(16, 16);
  header.writeUInt16LE(1, 20);
  header.writeUInt16LE(1, 22);
  header.writeUInt32LE(rate, 24);
  header.writeUInt32LE(rate, 28);
  header.writeUInt16LE(1, 32);
  header.writeUInt16LE(8, 34);
  header.write('data', 36);
  header.writeUInt32LE(rate, 40);
  const wave = Buffer.from(Array.from({ length: rate }, (_, n) => 128 + Math.round(60 * Math.sin(n / 3))));
  return Buffer.concat([header, wave]);
}

/** A PDF of one page with a line of text. */
export function onePage(text: string): Buffer {
  const drawn = `BT /F1 36 Tf 80 700 Td (${text}) Tj ET`;
  const objects = [
    '<</Type/Catalog/Pages 2 0 R>>',
    '<</Type/Pages/Kids[3 0 R]/Count 1>>',
    '<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 4 0 R/Resources<</Font<</F1 5 0 R>>>>>>',
    `<</Length ${drawn.length}>>stream\n${drawn}\nendstream`,
    '<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>',
  ];
  let pdf = '%PDF-1.4\n';
  const places = objects.map((object, at) => {
    const place = pdf.length;
    pdf += `${at + 1} 0 obj${object}endobj\n`;
    return `${String(place).padStart(10, '0')} 00000 n \n`;
  });
  const table = `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${places.join('')}`;
  return Buffer.from(
    `${pdf}${table}trailer<</Size ${objects.length + 1}/Root 1 0 R>>\nstartxref\n${pdf.length}\n%%EOF\n`,
  );
}
