import type { VetoReason } from '../../../core/dialogue/keeps-facts/veto.ts';
import type { Language } from '../../../core/knowledge/localized.ts';
import type { PhrasingFailure } from '../../../phrasing/phraser.ts';

interface ExplainWords {
  noModel: string;
  byRules: string;
  generated: string;
  /** Of the draft that stands, with the reason. */
  kept: (why: string) => string;
  by: (model: string, prompt: string) => string;
  draft: string;
  shown: string;
  summary: string;
  why: Record<VetoReason | PhrasingFailure, string>;
}

const WORDS: Record<Language, ExplainWords> = {
  'zh-CN': {
    noModel: '没有配置语言模型（LLM_API_KEY 或 LLM_BASE_URL）：每句话都是规则自己写的。',
    byRules: '规则自己的话',
    generated: 'AI生成',
    kept: why => `保留规则的原话：${why}`,
    by: (model, prompt) => `模型 ${model}，提示词 ${prompt}`,
    draft: '规则写的',
    shown: '显示的',
    summary: '给调解员的概要',
    why: {
      empty: '模型什么也没说',
      length: '模型写得太长或太短',
      language: '模型换了语言',
      form: '模型改了格式',
      values: '模型改了当事人给的信息',
      force: '模型改了分量，如「可以」变成「必须」、「会」变成「已经」，或多了保证',
      missing: '模型漏了内容',
      order: '模型改了先后顺序',
      swapped: '模型弄反了谁对谁、哪个是哪个',
      added: '模型加了原话没有的内容',
      question: '模型改了要问的问题',
      timeout: '模型没有按时回答',
      'rate-limited': '模型服务限流了',
      failed: '模型服务出错了',
      unreadable: '看不懂模型的回答',
      budget: '今天的用量已到上限',
      'circuit-open': '模型服务接连出错，暂时不问它',
    },
  },
  en: {
    noModel:
      'No language model is configured (LLM_API_KEY or LLM_BASE_URL): every word is by the rules themselves.',
    byRules: "the rules' own words",
    generated: 'AI-generated',
    kept: why => `the rules' own words stand: ${why}`,
    by: (model, prompt) => `model ${model}, prompt ${prompt}`,
    draft: 'Written by the rules',
    shown: 'Shown',
    summary: 'summary for the mediator',
    why: {
      empty: 'the model said nothing',
      length: 'the model said it too long or too short',
      language: 'the model changed the language',
      form: 'the model changed the form',
      values: 'the model changed what the person had told',
      force:
        'the model changed the force, such as “may” into “must”, “will” into “has”, or made it a promise',
      missing: 'the model left something out',
      order: 'the model changed the order',
      swapped: 'the model mixed up who or which is meant',
      added: 'the model added something',
      question: 'the model changed what is asked',
      timeout: 'the model did not answer in time',
      'rate-limited': 'the provider limits the rate',
      failed: 'the provider failed',
      unreadable: "the model's answer could not be read",
      budget: 'the tokens of the day are used up',
      'circuit-open': 'the provider failed again and again, and is left alone for a while',
    },
  },
};

export const explainWords = (language: Language): ExplainWords => WORDS[language];
