import type { EvidenceStore } from '../../evidence/evidence-store.ts';
import type { Ledger } from '../../stores/ledger.ts';
import type { Store } from '../../stores/store.ts';
import type { Clock } from '../clock.ts';
import { destroyData, erasable, type Erasable, eraseConversation } from '../erasure.ts';
import { caseStream, conversationStream } from '../streams.ts';
import { OperatorError } from './operator-error.ts';

export interface EraseParts {
  ledger: Ledger;
  store: Store;
  evidence: EvidenceStore;
  clock: Clock;
  print: (text: string) => void;
  /** Asks the operator; where nobody can be asked, it rejects. */
  confirm: (question: string) => Promise<boolean>;
}

/**
 * `npm run erase -- <conversation or case>`: shows what there is, without anything of the person, asks, and erases it
 * for good.
 */
export async function eraseCommand(parts: EraseParts, name: string): Promise<void> {
  const { store, evidence, clock, print, confirm } = parts;
  const conversation = await conversationNamed(parts.ledger, name);
  const found = await erasable(store, conversation);
  if (!found) {
    // Whatever a process that died in the middle has left is finished.
    await destroyData(store, evidence, conversation);
    return print(`${conversation} was erased before; nothing of it is left but the stubs of its events.`);
  }
  print(shown(found));
  if (!(await confirm('Erase all of this for good?'))) return print('Nothing was erased.');
  await eraseConversation(store, evidence, { conversation, by: 'command', at: clock.now() });
  print(
    `Erased. What stays: that there were ${found.events + 1} events, of which kinds and when, and the chain of their hashes, the last of which notes this erasure. Backups made before still hold the data; destroy them as well.`,
  );
}

/** @throws OperatorError where there is neither a conversation nor a case of that name */
async function conversationNamed(ledger: Ledger, name: string): Promise<string> {
  const head = (await ledger.head(caseStream(name))) ?? (await ledger.head(conversationStream(name)));
  if (!head) throw new OperatorError(`there is no conversation and no case ${name}`);
  return head.owner;
}

const shown = ({ conversation, events, cases, files }: Erasable): string =>
  [
    `conversation ${conversation}`,
    `  ${events} events: what was said, answered and noted`,
    `  ${cases.length} case(s)${cases.length > 0 ? `: ${cases.join(', ')}` : ''}`,
    `  ${files} file(s)`,
  ].join('\n');
