import sharp from 'sharp';
import type { Dice } from './dice.ts';

const [WIDTH, HEIGHT] = [480, 720];

/** Bytes of an invented file: a text where its name ends so, otherwise a picture of a chat or of a paper. */
export async function fileNamed(name: string, dice: Dice): Promise<Uint8Array> {
  if (name.endsWith('.txt')) return Buffer.from(`示例文件，内容为虚构。\n编号 ${dice.digits(12)}\n`, 'utf8');
  const drawn = /聊天|短信|chat|notice/.test(name) ? chat(dice) : paper(dice);
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="${WIDTH}" height="${HEIGHT}">${drawn}</svg>`;
  const picture = sharp(Buffer.from(svg));
  return name.endsWith('.png') ? picture.png({ compressionLevel: 3 }).toBuffer() : picture.jpeg().toBuffer();
}

/** Bubbles to the left and to the right. */
function chat(dice: Dice): string {
  const bubbles = Array.from({ length: 8 }, (_, at) => {
    const isOwn = at % 2 === dice.between(0, 1);
    const width = dice.between(140, 300);
    const x = isOwn ? WIDTH - width - 24 : 24;
    const fill = isOwn ? '#95ec69' : '#ffffff';
    return `<rect x="${x}" y="${40 + at * 82}" width="${width}" height="58" rx="14" fill="${fill}"/>${line(x + 16, 64 + at * 82, width - 48)}`;
  });
  return `<rect width="100%" height="100%" fill="#ededed"/>${bubbles.join('')}`;
}

/** A page with lines, a sum and a stamp that says what it is. */
function paper(dice: Dice): string {
  const lines = Array.from({ length: 12 }, (_, at) => line(48, 150 + at * 34, dice.between(180, 380)));
  return `<rect width="100%" height="100%" fill="#fffdf7"/><rect x="48" y="56" width="220" height="26" fill="#444"/>${lines.join('')}
    <text x="48" y="630" font-family="sans-serif" font-size="40" fill="#222">${dice.between(100, 9_999)}.00</text>
    <circle cx="370" cy="610" r="62" fill="none" stroke="#c33" stroke-width="5"/>
    <text x="370" y="620" text-anchor="middle" font-family="sans-serif" font-size="28" fill="#c33">SAMPLE</text>`;
}

const line = (x: number, y: number, width: number): string =>
  `<rect x="${x}" y="${y}" width="${Math.max(20, width)}" height="12" rx="6" fill="#9a9a9a"/>`;
