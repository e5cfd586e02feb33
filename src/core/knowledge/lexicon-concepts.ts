import { z } from 'zod';
import { Id } from './localized.ts';

/** How one thing is said in questions; `~id`: as that concept too, `a|b`: a where b follows, `*`: any short number. */
const ConceptSayings = z.record(Id, z.array(z.string().regex(/^(?:~[a-z-]+|[^|~]+(?:\|[^|~]+)?)$/)));

const Groups = z.strictObject({
  /** Proper names: 花呗, 淘宝 … */
  names: ConceptSayings,
  /** What a question is about: 关闭 and 注销, 额度, 手续费 … */
  matters: ConceptSayings,
  /** That something is not, or does not work; it turns a question into its opposite. */
  denials: ConceptSayings,
  /** In what manner it asks: 怎么 and 如何, 为什么 and 怎么不 … */
  manners: ConceptSayings,
  /** What goes with many questions and decides few: 还是, 现在, 申请 … */
  asides: ConceptSayings,
  /** What is never asked of us and speaks against our field: 天气, 歌, 屏幕 … */
  foreign: z.array(z.string().min(1)),
  /** Words that say little or nothing: 我的, 请问, the, of … */
  frame: z.array(z.string().min(1)),
});

/** Words by which questions that mean the same meet, finer than `actions` and without their power to rule out. */
export const LexiconConcepts = Groups.superRefine(({ foreign: _, frame: __, ...groups }, context) => {
  const all = new Map(Object.values(groups).flatMap(group => Object.entries(group)));
  const takenInBy = (id: string): string[] =>
    (all.get(id) ?? []).filter(saying => saying.startsWith('~')).map(saying => saying.slice(1));
  const leadsBack = (from: string, to: string, seen: string[] = []): boolean =>
    takenInBy(from).some(
      next => next === to || (!seen.includes(next) && leadsBack(next, to, [...seen, next])),
    );
  for (const [kind, group] of Object.entries(groups))
    for (const id of Object.keys(group)) {
      const say = (message: string): void => context.addIssue({ code: 'custom', path: [kind, id], message });
      for (const other of takenInBy(id)) if (!all.has(other)) say(`takes in ${other}, which is no concept`);
      if (leadsBack(id, id)) say('takes itself in');
    }
});
