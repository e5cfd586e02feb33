import type { CasePeriod } from '../case/case-file.ts';
import type { Conversation } from '../conversation/state.ts';
import type { Knowledge } from '../knowledge/knowledge.ts';
import type { Negotiation } from '../knowledge/negotiation.ts';
import { lengthOf } from '../knowledge/period.ts';
import { holds } from './holds.ts';
import { applicableSlots } from './next-question.ts';

/** The periods of law and procedure that run from a day the person told. */
export function periodsOf(
  state: Conversation,
  negotiation: Negotiation,
  knowledge: Knowledge,
  today: string,
): CasePeriod[] {
  const slots = applicableSlots(negotiation, state, today);
  return negotiation.periods.flatMap((period): CasePeriod[] => {
    const slot = slots.find(one => one.id === period.from);
    const value = state.slots[period.from]?.value;
    const length = lengthOf(period, knowledge.rules);
    if (!slot || value?.kind !== 'date' || !length) return [];
    if (period.when && !holds(period.when, state, today)) return [];
    const [day, last] = [value.lo.slice(0, 10), value.hi.slice(0, 10)];
    const isApproximate = value.approx || value.open !== undefined || day !== last;
    const label = slot.label[state.language];
    return [
      {
        id: period.id,
        label: period.label[state.language],
        from: { slot: slot.id, label, day, isApproximate },
        fact: period.within,
        ...length,
      },
    ];
  });
}
