import type { WidgetOnPage } from './browser.ts';

/** A story of shoes that are not as pictured, and all that is asked about it up to the evidence. */
export async function tellTradeStory(widget: WidgetOnPage): Promise<void> {
  await widget.say('我在淘宝买了双鞋，花了299元，收到发现跟图片完全不一样，商家不理我');
  await widget.sees('商家叫什么名字');
  await widget.say('名鞋汇旗舰店');
  await widget.sees('买的是什么');
  await widget.press('跳过');
  await widget.sees('哪天付的款');
  await widget.say('不知道');
  await widget.sees('哪天收到货');
  await widget.say('不知道');
  await widget.sees('订单号或支付宝交易号');
  await widget.press('跳过');
  await widget.sees('售后或退款申请');
  await widget.press('还没申请');
  await widget.sees('最希望对方怎么做');
  await widget.press('退款');
  await widget.sees('哪种方式最自在');
  await widget.press('在线谈');
  await widget.sees('怎么告诉您');
  await widget.press('就在这里');
  await widget.sees('接下来是凭证');
}
