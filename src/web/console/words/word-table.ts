import type { zhCN } from './zh-cn.ts';

type Translated<T> = T extends (...given: infer Given) => string
  ? (...given: Given) => string
  : T extends string
    ? string
    : { [Key in keyof T]: Translated<T[Key]> };

/** The shape of the words of every language: that of the Chinese ones. */
export type WordTable = Translated<typeof zhCN>;
