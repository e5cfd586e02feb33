import type { Rule } from '../turn.ts';

/** Paid agents and wishes to invent facts: said plainly and kindly, then the talk goes on. */
export const agentWarning: Rule = {
  name: 'agent-warning',
  apply(turn) {
    if (turn.pressed) return undefined;
    for (const kind of ['fabricate', 'agent'] as const) {
      if (!turn.reading.safety.includes(kind) || turn.asksAbout(kind)) continue;
      const known = turn.state.safety.includes(kind);
      turn.emit({ type: 'SafetyRaised', kind });
      if (known && kind === 'agent') continue;
      turn.understood = true;
      turn.say(kind === 'agent' ? 'warn-agent' : 'refuse-fabrication');
      if (kind === 'fabricate') return 'done';
    }
    return undefined;
  },
};
