import type { CaseFile, CasePeriod } from '../../src/core/case/case-file.ts';
import { decideCase } from '../../src/core/case/decide.ts';
import type { DeadlineCommand } from '../../src/core/case/decide-deadline.ts';
import { type Case, emptyCase, evolveCase } from '../../src/core/case/evolve.ts';

/** Filed in the morning of Thursday, 26 November 2026, in China. No rule of deadlines reads more of a file than this. */
export const fileWith = (more: Partial<CaseFile> = {}): CaseFile =>
  ({
    number: '261126-00000-00001',
    conversation: 'c1',
    filedAt: '2026-11-26T01:00:00.000Z',
    zone: 'Asia/Shanghai',
    answerBy: '2026-11-29',
    sheet: { deadlines: [{ label: '开庭日期', day: '2026-12-10' }] },
    ...more,
  }) as CaseFile;

export const period = (more: Partial<CasePeriod> = {}): CasePeriod => ({
  id: 'law',
  label: '处理并告知',
  from: { slot: 'contacted-at', label: '反映时间', day: '2026-11-20', isApproximate: false },
  fact: 'rule.consumer-law-7-working-days.within',
  count: 7,
  unit: 'working-day',
  ...more,
});

export const openCase = (file: CaseFile): Case => evolveCase(emptyCase, { type: 'CaseOpened', file });

/** Carries out commands; @throws for the first that is refused */
export const after = (state: Case, ...commands: DeadlineCommand[]): Case =>
  commands.reduce((state, command) => {
    const decision = decideCase(state, command);
    if ('refused' in decision) throw new Error(decision.refused);
    return decision.events.reduce(evolveCase, state);
  }, state);

const by = '王调解员';
export const pause = (deadline: string, on: string): DeadlineCommand => ({
  command: 'pause-deadline',
  deadline,
  reason: '等鉴定结果',
  by,
  on,
});
export const resume = (deadline: string, on: string): DeadlineCommand => ({
  command: 'resume-deadline',
  deadline,
  by,
  on,
});
export const meet = (deadline: string, on: string): DeadlineCommand => ({
  command: 'meet-deadline',
  deadline,
  by,
  on,
});
