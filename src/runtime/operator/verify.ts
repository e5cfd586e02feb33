import type { Fault } from '../../stores/audit.ts';
import { type Verdict, Verification, type VerificationParts } from '../verification.ts';

/** `npm run verify`: reads all that is stored and says whether it is as it was written, or which event first is not. */
export async function verifyCommand(parts: VerificationParts): Promise<{ text: string; holds: boolean }> {
  const verdict = await new Verification(parts).run();
  return { text: shown(verdict), holds: verdict.first === null };
}

function shown({ streams, events, files, erased, first, faults }: Verdict): string {
  const looked = `${events} events in ${streams} streams and ${files} files read; ${erased} conversation(s) erased, of which the chain was checked.`;
  if (!first) return `${looked}\nEverything is as it was written.`;
  const more = faults > 1 ? [`${faults - 1} more fault(s) after it.`] : [];
  return [looked, `BROKEN: ${sentence(first)}.`, ...more].join('\n');
}

function sentence({ stream, version, type, what }: Fault): string {
  if (version === 0) return `${stream} ${what}`;
  return `event ${version}${type === null ? '' : ` (${type})`} of ${stream} ${what}`;
}
