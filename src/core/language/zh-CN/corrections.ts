import type { HowCorrected } from '../corrected.ts';

/** What is put right, and by what: up to the end of the clause. */
const OLD = '(?<old>[^，,。;；!！?？\\n]{1,24}?)';
const NEW = `(?<new>(?!(?:[了啊呀哦吧的呢嘛]|\\s|(?:我|又)?[说写打填记弄搞输]错|不对))[^，,。;；!！?？\\n]{1,40}?)`;
const PAUSE = '[，,。、\\s]{0,3}';
const END = '(?:才对|才是|吧|哈|啊|呀|哦|的才对|来着)?(?=$|[，,。;；!！?？\\n])';
/** How a correction may begin; another person before it tells a story (客服把价格改成499). */
const START =
  '(?<=^|[，,。;；!！?？\\n])(?:\\s|哦|噢|啊|呃|嗯|那个|等等|等一下|抱歉|不好意思|对不起|不|不对|错了|我|我的|请|麻烦|帮我|帮忙|你|您|那|那就|就|刚才|刚刚|前面|上面|之前|之前说的|刚才说的|说的|把|将|给我){0,4}';
const SLIPPED = '[说写打填记弄搞输讲看报]错了?';
const WRONG = `${SLIPPED}|(?<=^|[，,。;；!！?？\\n\\s])错了|不对|不准|更正(?:为|一下)?|不是(?=[，,。、\\s])|有误`;

/** Somebody else's words or deeds, and wishes: 商家说不对，是500; 能不能把还款日改成15号. */
export const NOT_THE_PERSONS_OWN =
  /(?:客服|商家|卖家|店家|店主|老板|对方|平台|系统|支付宝|花呗|借呗|银行|人家|骗子|公司|催收|警察|他们?|她们?|有人|别人)(?:们|又|就|都|还|后来|非|硬|直接|自己|一直|居然|竟然){0,2}(?:说|把|给|将|让|讲|回|告诉|要)|为什么|为啥|是不是|是否|能不能|能否|可不可以|可以|怎么|如何|想|要求|希望|需要|申请|打算|帮.{0,6}(?:协商|申请)/;

/**
 * How Mandarin puts something right. The groups `old` and `new` are what was and what is.
 */
export const CORRECTIONS: { how: HowCorrected; pattern: RegExp }[] = [
  // 把299改成399, 金额改成1399, 改成399
  {
    pattern: new RegExp(
      `${START}(?:从|由)?(?:${OLD})?(?:改|换|更正|修正|纠正)(?:成|为|到)(?:了)?${NEW}${END}`,
      'dg',
    ),
    how: 'change',
  },
  // 金额不是299，是399; 不是名鞋汇，应该是四只松鼠
  {
    pattern: new RegExp(
      `${START}(?<named>[^，,。;；!！?？\\n]{0,10}?)不是${OLD}${PAUSE}(?:而|应该|其实|实际)?(?:是|为(?![什何啥]))${NEW}${END}`,
      'dg',
    ),
    how: 'not-but',
  },
  // 金额写错了，应该是399; 不对，是399; 299不对，是399; 说错了，399
  {
    pattern: new RegExp(
      `${START}(?:${OLD})??(?:${WRONG})[了啊呀哦的]{0,2}(?:[，,。、:：\\s]{1,3}|(?=应该|其实|实际|正确的|准确|是|为))(?:我|应该|其实|实际|正确的|准确说){0,2}(?:是|为(?![什何啥]))?${NEW}${END}`,
      'dg',
    ),
    how: 'wrong',
  },
  // 是399，不是299
  {
    pattern: new RegExp(`${START}(?:应该)?是${NEW}${PAUSE}(?:而|可)?不是${OLD}${END}`, 'dg'),
    how: 'not-but',
  },
  // 应该是399
  {
    pattern: new RegExp(`${START}(?:应该是|其实是|准确[地的]?说是|我是说|我是指)${NEW}${END}`, 'dg'),
    how: 'should',
  },
  // 金额写错了, 我填错了
  {
    how: 'wrong',
    pattern: new RegExp(`${START}(?:${OLD})??(?:${SLIPPED}|不对|有误)[了啊呀哦]{0,2}(?=$|[。!！~])`, 'dg'),
  },
  // 改一下金额, 我要修改商家
  {
    how: 'wrong',
    pattern: new RegExp(
      `${START}(?:要|想)?(?:修改|更改|更正|改)(?:一下|下)?(?<old>[^，,。;；!！?？\n成为到]{1,12})(?=$|[。!！~])`,
      'dg',
    ),
  },
];
