import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { CaseFile } from '../../../src/core/case/case-file.ts';
import { type CaseCommand, decideCase } from '../../../src/core/case/decide.ts';
import { type Case, emptyCase, evolveCase } from '../../../src/core/case/evolve.ts';
import { NEXT_STATUS } from '../../../src/core/case/next-status.ts';
import { CaseStatus } from '../../../src/core/case/status.ts';

/** No rule of a case reads more of its file than this. */
const file = { number: '261124-00000-00001', evidence: [] as object[] } as unknown as CaseFile;
const open: CaseCommand = { command: 'open', file };
const become = (status: CaseStatus): CaseCommand => ({
  command: 'change-status',
  status,
  reason: '',
  by: 'x',
});
const assign = (mediator: string): CaseCommand => ({ command: 'assign', mediator, by: 'x' });

function given(...commands: CaseCommand[]): Case {
  return commands.reduce((state, command) => {
    const decision = decideCase(state, command);
    if ('refused' in decision) throw new Error(decision.refused);
    return decision.events.reduce(evolveCase, state);
  }, emptyCase);
}

describe('a case', () => {
  test('goes from filed over in progress and waiting to closed', () => {
    const steps = (['in-progress', 'waiting-for-person', 'closed'] as const).map(become);
    expect(given(open, ...steps).status).toBe('closed');
  });

  test('keeps who does what', () => {
    const decision = decideCase(given(open), {
      command: 'change-status',
      status: 'closed',
      reason: '双方谈好了',
      by: '王调解员',
    });
    expect(decision).toEqual({
      events: [{ type: 'CaseStatusChanged', status: 'closed', reason: '双方谈好了', by: '王调解员' }],
    });
  });

  test.each([
    ['filed once more', [open, become('in-progress')], become('filed'), 'not-from-here'],
    [
      'made to wait after it was closed',
      [open, become('closed')],
      become('waiting-for-person'),
      'not-from-here',
    ],
    ['assigned after it was closed', [open, become('closed')], assign('王调解员'), 'closed'],
    ['changed before it is open', [], become('closed'), 'not-open'],
    ['assigned before it is open', [], assign('王调解员'), 'not-open'],
    [
      'given evidence before it is open',
      [],
      { command: 'add-evidence', evidence: {} } as CaseCommand,
      'not-open',
    ],
  ])('is not %s', (_, before, command, refused) => {
    expect(decideCase(given(...before), command)).toEqual({ refused });
  });

  test.each([
    ['opened', [open], open],
    ['given its status', [open, become('in-progress')], become('in-progress')],
    ['assigned', [open, assign('王调解员')], assign('王调解员')],
  ])('%s again, nothing happens', (_, before, command) => {
    expect(decideCase(given(...before), command)).toEqual({ events: [] });
  });

  test('keeps its mediator and its file whatever its status becomes, and never takes a step that is not allowed', () => {
    const anyCommand = fc.oneof(
      fc.constantFrom(...CaseStatus.options).map(become),
      fc.constantFrom('王', '李').map(assign),
    );
    fc.assert(
      fc.property(fc.array(anyCommand), commands => {
        let state = given(open);
        for (const command of commands) {
          const decision = decideCase(state, command);
          if ('refused' in decision) continue;
          const after = decision.events.reduce(evolveCase, state);
          expect(after.file).toBe(file);
          if (after.status !== state.status) expect(NEXT_STATUS[state.status]).toContain(after.status);
          if (command.command === 'change-status') expect(after.mediator).toBe(state.mediator);
          state = after;
        }
      }),
    );
  });
});
