/** Words of an answer that make it stronger or softer and change nothing of what it says. */

/** What people breathe between two words of one answer: 好呀好呀, 是啊没错. */
export const PARTICLES = '呀啊哦噢喔啦哈呢';

/** 我们真的不知道, 确实是. What follows them is the answer. */
const BEFORE =
  /^(?:不好意思|抱歉|对不起|我|我?们|完全|非常|真的|真(?=[不没无是有对记忘说拿看])|的确|确实|实在|其实|当然|肯定|绝对|也|都|全|这个|这些|这|一时|有点|有些|就|那|[嗯恩哦额呃啊]|，| )+(?=.)/;
/** 从来没有, 一点都不知道: only before a denial. */
const BEFORE_NO =
  /^(?:还|从来都?|从|一直都?|一[次个点样份](?:都|也)|[什啥]么?(?:都|也)|根本就?|压根就?|完全|并|暂时|目前|现在|至今|当时|早就?|已经|彻底)+(?=[不没无木莫未记忘])/;
/** 不太清楚 says 不清楚, 没怎么注意 says 没注意. */
const SOFTENED: [soft: RegExp, plain: string][] = [
  [/^不(?:太|怎么|大|是很|是太|甚|很)(?=.)/, '不'],
  [/^没有?(?:太|怎么|仔细|特别|去)(?=.)/, '没'],
  [/^记不(?:太|大)(?=.)/, '记不'],
];
const AFTER = /[的呢哇呗诶欸呐哟喔咧嘞噻滴哒耶]+$|(?<=[不没忘记想].{0,6})(?:过|过了|了)$/;

/** Without one of these there is no denial. */
const DENIES = /[不没无木莫未记忘]/;

/** An answer (normalised) without such words, in the order in which they are worth leaving out; never empty. */
export function* plainer(words: string): Generator<string> {
  let plain = words.replace(BEFORE, '');
  if (DENIES.test(plain)) plain = plain.replace(BEFORE_NO, '');
  if (plain !== words) yield plain;
  if (DENIES.test(plain)) for (const [soft, denied] of SOFTENED) plain = plain.replace(soft, denied);
  yield plain;
  plain = plain.replace(AFTER, '');
  if (plain !== '') yield plain;
}

/** Every character that may be left out, among others. */
export const CHARACTERS: string =
  PARTICLES +
  [BEFORE, BEFORE_NO, AFTER, ...SOFTENED.map(([soft]) => soft)].map(({ source }) => source).join('');
