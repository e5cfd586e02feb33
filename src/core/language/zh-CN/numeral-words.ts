/** What things are counted in. */
const MEASURES =
  '个只位名口人件条张台部辆架艘列节根支枝把本册页篇章段句字词首幅封份套副双对打群队排行班组批堆串束朵棵株颗粒块片层座栋幢间所家户室扇门面杯碗盘瓶罐桶箱盒袋包筐篮壶碟勺滴斤克吨磅两升米里尺寸丈码亩公英平立方度分角毛元块岁年月日号天周夜时秒刻点季代届期次回遍趟顿场轮阵番步刀拳枪声眼笔项款种类样级等成折倍股票道桩起宗案站路线车船匹头尾峰笼剂副帖卷集幕环圈截段团摊滩汪片枚发门任世辈局盘区村市县省国州岛楼单';
/** A clause goes on with these after a number that stands for itself: 不是五这是六. */
const GOES_ON = /^(?:\s*$| ?[^\p{L}\p{N}]|[这那而却但也还不]?是|[的和与或到至以加减乘除]|又|[多几余来])/u;

/** Whether a lone numeral that ends at `end` counts something or stands for itself: 一只 and 四, but not 我一看. */
export function countsSomething(text: string, end: number): boolean {
  return MEASURES.includes(text.charAt(end) || '。') || GOES_ON.test(text.slice(end, end + 3));
}

/** Words with a numeral character that counts nothing in them. */
const WORDS = `
一切 一直 一般 一样 一定 一旦 一向 一律 一概 一再 一边 一味 一致 一贯 一带 一时 一同 一并 一会 一些 一下 一起 一共 一经 一看 一听 一想
一查 一问 一说 一来 一去 一心 一如 一流 一辈子 一生 一身 一手 一方面 一塌糊涂 统一 唯一 专一 单一 逐一
二手 二维码 二话 不二 二货 三方 三包 三无 三星 三亚 三国 三角 三明治 三峡 再三 张三 李四 王五 赵六 小三 老三
四川 四处 四季 四方 四海 四肢 五官 五金 五粮液 五指 五行 五星级 六合 六一 六神
七匹狼 七夕 七喜 七嘴八舌 八卦 八仙 八宝 八戒 王八 九寨沟 九龙 九牛 九泉 十足 十字 十堰 百度 百货 百姓 千万 千里 千瓦
零食 零钱 零售 零件 零花 零头 飘零 凋零 队伍 退伍 入伍 落伍 伍德 为伍 收拾 拾取 拾起 拾到 拾荒 朝花夕拾 放肆 肆意 肆无忌惮 肆虐 大肆
大陆 陆地 登陆 海陆 着陆 陆续 陆军 陆路 内陆 水陆 上陆 参加 参与 参考 参数 参观 参照 人参 海参 参保 两两 两口子 两岸 两极 两性 两栖
三番 三思 三观 三维 三级片 不三不四 接二连三 说三道四 丢三落四 颠三倒四 朝三暮四 举一反三 独一无二 略知一二 五湖四海 四面八方 乱七八糟
`
  .trim()
  .split(/\s+/);

/** The words in which a character is no number, each with where in the word it stands, and the neighbours it has there. */
interface InWords {
  words: [word: string, at: number][];
  neighbours: Set<string>;
}

const BY_CHARACTER = new Map<string, InWords>();
for (const word of WORDS) {
  for (const [at, character] of Array.from(word).entries()) {
    if (!/[零一二三四五六七八九十百千万两参伍陆拾肆]/.test(character)) continue;
    const known = BY_CHARACTER.get(character) ?? { words: [], neighbours: new Set() };
    known.words.push([word, at]);
    known.neighbours.add(at === 0 ? word.charAt(1) : word.charAt(at - 1));
    BY_CHARACTER.set(character, known);
  }
}

/** Whether the character at `at` belongs to a word in which it is no number: 一切, 四川, 收拾. */
export function isPartOfWord(text: string, at: number): boolean {
  const known = BY_CHARACTER.get(text.charAt(at));
  if (!known?.neighbours.has(text.charAt(at + 1)) && !known?.neighbours.has(text.charAt(at - 1)))
    return false;
  return known.words.some(([word, place]) => text.startsWith(word, at - place));
}
