import { type Due, dueStep, eraseDue, type Retention } from '../retention.ts';
import type { EraseParts } from './erase.ts';

const BECAUSE = {
  unfiledDays: 'no case was filed (RETAIN_UNFILED_DAYS)',
  closedDays: 'its cases are closed (RETAIN_CLOSED_DAYS)',
} as const;

/** `npm run erase -- --due`: shows what is past its time, asks, and erases it; with `--dry-run` it only shows. */
export async function eraseDueCommand(
  { store, evidence, clock, print, confirm }: EraseParts,
  retention: Retention,
  isDryRun: boolean,
): Promise<void> {
  const now = clock.now();
  const due = new Map<string, Due>();
  for (let from: string | null = null; ; ) {
    const step = await dueStep(store, retention, now, from);
    for (const one of step.due) due.set(one.conversation, one);
    from = step.next;
    if (from === null) break;
  }
  if (due.size === 0) return print('Nothing is past its time.');
  for (const { conversation, because } of due.values()) print(`${conversation}  ${BECAUSE[because]}`);
  if (isDryRun) return print(`${due.size} conversation(s) would be erased.`);
  if (!(await confirm(`Erase these ${due.size} conversation(s) for good?`)))
    return print('Nothing was erased.');
  let erased = 0;
  for (const conversation of due.keys()) {
    if (await eraseDue(store, evidence, { conversation, retention, now: clock.now() })) erased++;
  }
  print(`Erased ${erased} conversation(s).`);
}
