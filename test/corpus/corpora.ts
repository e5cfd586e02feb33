import type { Language } from '../../src/core/knowledge/localized.ts';
import type { Corpus } from './corpus.ts';
import { money as chineseMoney } from './zh-CN/money.ts';

export const CORPORA: Record<Language, Corpus[]> = { 'zh-CN': [chineseMoney], en: [] };
