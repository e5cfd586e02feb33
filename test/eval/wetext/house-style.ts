/**
 * How WeTextProcessing (wenet-e2e, Apache-2.0) writes units: its choice of symbols, from its own tables. Ours are the words
 * that the readers and sayers of the core know.
 */
export const CURRENCY_SIGNS: Record<string, string> = {
  CNY: '¥',
  USD: '$',
  GBP: '£',
  EUR: '€',
  THB: '฿',
  RUB: '₽',
  INR: '₹',
  PHP: '₱',
  MYR: 'RM',
  IDR: 'Rp',
  KRW: 'KRW',
};

/** Spoken unit => symbol; where two words share a symbol, the first is how it is said. */
const UNITS: [spoken: string, written: string][] = [
  ['每小时公里', 'km/h'],
  ['千米每小时', 'km/h'],
  ['公里每小时', 'km/h'],
  ['英里每小时', 'mph'],
  ['千比特每秒', 'kbps'],
  ['兆比特每秒', 'mbps'],
  ['转每分', 'rpm'],
  ['平方千米', 'km²'],
  ['平方英里', 'mi²'],
  ['平方英尺', 'sq ft'],
  ['平方厘米', 'cm²'],
  ['平方毫米', 'mm²'],
  ['平方米', 'm²'],
  ['立方厘米', 'cm³'],
  ['立方分米', 'dm³'],
  ['立方米', 'm³'],
  ['摄氏度', '°C'],
  ['华氏度', '°F'],
  ['千瓦时', 'kwh'],
  ['吉瓦时', 'gwh'],
  ['千赫兹', 'khz'],
  ['兆赫兹', 'mhz'],
  ['吉赫兹', 'ghz'],
  ['帕斯卡', 'pa'],
  ['千克力', 'kgf'],
  ['吉字节', 'gb'],
  ['太字节', 'tb'],
  ['分钟', 'min'],
  ['小时', 'h'],
  ['毫秒', 'ms'],
  ['微秒', 'μs'],
  ['纳秒', 'ns'],
  ['公里', 'km'],
  ['千米', 'km'],
  ['厘米', 'cm'],
  ['毫米', 'mm'],
  ['分米', 'dm'],
  ['微米', 'μm'],
  ['纳米', 'nm'],
  ['英尺', 'ft'],
  ['英里', 'mi'],
  ['公顷', 'ha'],
  ['千克', 'kg'],
  ['公斤', 'kg'],
  ['毫克', 'mg'],
  ['微克', 'μg'],
  ['纳克', 'ng'],
  ['盎司', 'oz'],
  ['毫升', 'ml'],
  ['千卡', 'kcal'],
  ['千瓦', 'kw'],
  ['毫瓦', 'mw'],
  ['吉瓦', 'gw'],
  ['千帕', 'kpa'],
  ['兆帕', 'mpa'],
  ['分贝', 'db'],
  ['赫兹', 'hz'],
  ['伏特', 'v'],
  ['毫伏', 'mv'],
  ['摩尔', 'mol'],
  ['弧度', 'rad'],
  ['升', 'L'],
  ['克', 'g'],
  ['米', 'm'],
  ['码', 'yd'],
  ['磅', 'lbs'],
  ['秒', 's'],
  ['度', '°'],
];

const PER = /每(小时|分钟|秒)/y;

/** The symbol of the unit that begins at `at`, with what it is counted per, and where the unit ends. */
export function symbolAt(text: string, at: number): { symbol: string; end: number } | null {
  const unit = UNITS.find(([spoken]) => text.startsWith(spoken, at));
  if (!unit) return null;
  const [spoken, symbol] = unit;
  PER.lastIndex = at + spoken.length;
  const time = PER.exec(text)?.[1];
  if (time === undefined) return { symbol, end: at + spoken.length };
  const end = PER.lastIndex;
  return { symbol: `${symbol}/${symbolAt(time, 0)?.symbol ?? ''}`, end };
}

/** How the symbol that begins at `at` is said. */
export function spokenUnitAt(text: string, at: number): { spoken: string; end: number } | null {
  const fitting = UNITS.filter(([, written]) => text.toLowerCase().startsWith(written.toLowerCase(), at));
  const [unit] = fitting.sort(([, a], [, b]) => b.length - a.length);
  if (!unit || /[a-z]/i.test(text.charAt(at + unit[1].length))) return null;
  return { spoken: unit[0], end: at + unit[1].length };
}
