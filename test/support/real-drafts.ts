import { cite, phrase } from '../../src/core/dialogue/render.ts';
import type { Knowledge } from '../../src/core/knowledge/knowledge.ts';
import type { Language } from '../../src/core/knowledge/localized.ts';
import type { PhraseKey } from '../../src/core/knowledge/phrases.ts';

/** What may stand in the parameters of a phrase. */
const FILLED: Record<Language, Record<string, string>> = {
  'zh-CN': {
    label: '付款金额',
    was: '3500元',
    now: '3050元',
    items: '商家名称：星光数码专营店；付款时间：2026年3月15日',
    words: '下周五',
    why: '退多少、怎么退，都从这个数算起。',
    example: '2580元，或者两千五左右',
    name: '订单截图.png',
    names: '订单截图.png、聊天记录.jpg',
    count: '3',
    most: '20',
    files: '20',
    missing: '订单截图、付款凭证',
    number: '260315-00012-48213',
    receiver: '星河调解中心',
    contact: '微信号：starlight88',
  },
  en: {
    label: 'Amount paid',
    was: '3,500 yuan',
    now: '3,050 yuan',
    items: 'Seller: Starlight Digital; Date of payment: 15 March 2026',
    words: 'next Friday',
    why: 'What can be refunded is counted from this sum.',
    example: '2,580 yuan, or about 2,500',
    name: 'order.png',
    names: 'order.png, chat.jpg',
    count: '3',
    most: '20',
    files: '20',
    missing: 'screenshot of the order, proof of payment',
    number: '260315-00012-48213',
    receiver: 'Galaxy Mediation Centre',
    contact: 'WeChat: starlight88',
  },
};

/** Every text that the bot may say, as a person reads it: phrases filled in, questions with their reasons, answers. */
export function realDrafts(knowledge: Knowledge, language: Language): string[] {
  const phrases = Object.keys(knowledge.phrases[language].bot) as PhraseKey[];
  const slots = [...knowledge.negotiations.values()].flatMap(negotiation => negotiation.slots);
  const texts = [
    ...phrases.map(key => phrase(knowledge, language, key, FILLED[language])),
    ...slots.flatMap(({ question, why }) => [question[language], why[language]]),
    ...[...knowledge.faq.values()].flatMap(({ answer, ask }) => [answer[language], ask?.[language] ?? '']),
  ].map(text => cite(text, knowledge, language));
  return [...new Set(texts)].filter(
    text => text.length > (language === 'en' ? 16 : 5) && !/\{[a-z]+\}/i.test(text),
  );
}
