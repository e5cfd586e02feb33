/** A stretch of text that looks like a value and is none. */
export interface NoValue {
  start: number;
  end: number;
  rule: 'multiple' | 'ordinal' | 'size' | 'law' | 'idiom' | 'address';
}

/** Bounded on both sides: a number is tried once, at its first digit, so that long runs of digits stay linear. */
const NUMBER =
  '(?:(?<![\\d.])\\d{1,9}(?:\\.\\d{1,6})?|[零一二两三四五六七八九十百千万]{1,8}(?:点[零一二三四五六七八九]{1,4})?)';

/** Looked at before all else, so that most places of a text are passed by at once. */
const BEGINS = '(?=[\\d零一二两三四五六七八九十百千万])';

const HAS_NUMERAL = /[\d零一二两三四五六七八九十百千万]/;

/** `needs`: no match is without one of these characters. */
const PATTERNS: { rule: NoValue['rule']; needs: RegExp; pattern: RegExp }[] = [
  { rule: 'multiple', needs: /倍/, pattern: new RegExp(`${BEGINS}${NUMBER}倍`, 'g') },
  {
    rule: 'ordinal',
    needs: /第/,
    pattern: new RegExp(`第${NUMBER}[次个笔期天条章款项号季度名位件单年月周]?`, 'g'),
  },
  {
    rule: 'size',
    needs: /[码寸cmkgtbh斤克里米升平度岁楼层室元栋路]/,
    pattern: new RegExp(
      `${BEGINS}(?<![\\d元块])${NUMBER}\\s?(?:码(?!头)|寸|英寸|cm|mm|kg|km|ml|gb?(?![a-z])|tb|mb|mah|hz|斤|公斤|千克|克|公里|千米|毫升|升(?!级)|米(?!粉|饭|线|其)|平方?米?|度(?!假)|岁|楼|层|室|单元|栋|路(?:车|公交)|mm|寸)(?!\\d)`,
      'g',
    ),
  },
  {
    rule: 'law',
    needs: /条/,
    pattern: new RegExp(`(?:《[^》\\n]{1,30}》|法|条例|规定|办法)第?${NUMBER}条(?:第?${NUMBER}款)?`, 'g'),
  },
  {
    rule: 'idiom',
    needs: HAS_NUMERAL,
    pattern:
      /(?=[退假一二三四五六七八九十万千乱不成两23457])(?<![\d一二两三四五六七八九十百千万])(?:退一赔[三十一]|假一赔[十三百万]|一赔[三十]|七天无理由|7天无理由|三七分|三包|三无|二手|一[些下直定般样切起共旦半会点向再律同]|万一|千万(?=[别不要记])|十分(?=[抱感着生气满重严不])|24小时|7[*x×]24|一五一十|乱七八糟|三番[两五]次|三天两头|不三不四|[一二三四五六七八九十]方(?=平台|支付|机构|公司)|500强|3c|5g|4g|24\/7|一[分毛块](?:钱|毛)?[也都还]?(?:没|不|未)|一毛不拔|成千上万|成百上千|两面三刀|千刀万剐)/g,
  },
  { rule: 'idiom', needs: /[买押]/, pattern: new RegExp(`[买押]${NUMBER}[送赠付减]${NUMBER}`, 'g') },
  {
    rule: 'address',
    needs: /[路街巷弄道村]/,
    pattern: new RegExp(`(?:[路街巷弄道村])${NUMBER}(?:号|弄)(?:楼|院)?`, 'g'),
  },
];

/** Finds multiples, ordinals, sizes, articles of law and set phrases, so that no amount is read from them. Linear. */
export function noValuesIn(text: string): NoValue[] {
  const found: NoValue[] = [];
  if (!HAS_NUMERAL.test(text)) return found;
  for (const { rule, needs, pattern } of PATTERNS) {
    if (!needs.test(text)) continue;
    for (const match of text.matchAll(pattern))
      found.push({ rule, start: match.index, end: match.index + match[0].length });
  }
  return found.sort((a, b) => a.start - b.start);
}
