import { createContext, useContext } from 'react';
import type { Language } from '../../../core/knowledge/localized.ts';
import { en } from './en.ts';
import type { WordTable } from './word-table.ts';
import { zhCN } from './zh-cn.ts';

const WORDS: Record<Language, WordTable> = { 'zh-CN': zhCN, en };

export const LanguageContext = createContext<Language>('zh-CN');

/** The console's words in the language of who reads them. */
export const useWords = (): WordTable => WORDS[useContext(LanguageContext)];
