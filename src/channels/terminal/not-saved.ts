import type { Language } from '../../core/knowledge/localized.ts';

interface NotSavedWords {
  /** No conversation could be begun. */
  opening: string;
  /** At a keyboard: the words stand in the input again. */
  typed: string;
  /** Of piped lines, the one with this number. */
  line(number: number): string;
}

const WORDS: Record<Language, NotSavedWords> = {
  'zh-CN': {
    opening: '暂时保存不了，对话没有开始。请看看磁盘是不是满了、能不能写，再试一次。',
    typed: '暂时保存不了。您的话还在，已经放回输入行，按回车再发一次。',
    line: number =>
      `暂时保存不了：第 ${number} 行和它后面的都没有保存。请看看磁盘是不是满了、能不能写，再发一次。`,
  },
  en: {
    opening:
      'Cannot save right now, so no conversation was begun. See whether the disk is full or cannot be written, and try again.',
    typed:
      'Cannot save right now. Your words are kept and stand in the input again; press Enter to send them.',
    line: number =>
      `Cannot save right now: line ${number} and those after it were not saved. See whether the disk is full or cannot be written, and send them again.`,
  },
};

/** How a terminal says that something could not be saved. */
export const notSaved = (language: Language): NotSavedWords => WORDS[language];
