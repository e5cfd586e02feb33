import type { IncomingMessage } from '../../src/channels/channel.ts';

/** One person's talk, from the first story to filing: what every measurement of a turn sends, peers included. */
export const talk: Omit<IncomingMessage, 'id'>[] = [
  { text: '我上周三在淘宝买了双鞋，花了299元，收到发现跟图片完全不一样，商家不理我' },
  { text: '名鞋汇旗舰店' },
  { text: '一双黑色运动鞋' },
  { text: '上周五收到的' },
  { text: '没有' },
  { text: '支付宝可以打12378协商吗' },
  { text: '不记得了' },
  { text: '还没申请', choice: 'slot:after-sale=not-applied' },
  { text: '退款' },
  { text: '在线谈' },
  { text: '就在这里' },
  { text: '现在没有', choice: 'act:finished' },
  { text: '没问题', choice: 'confirm:summary' },
  { text: '同意', choice: 'consent:yes' },
];
