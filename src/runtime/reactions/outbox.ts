import { Readers, type ReadersOptions } from '../readers/readers.ts';
import type { ReactionTools } from './reaction.ts';
import { reactionWork } from './reaction-work.ts';

/** Carries out the effects of all committed events. */
export class Outbox extends Readers {
  constructor(tools: ReactionTools, options: ReadersOptions) {
    super(tools.store, reactionWork(tools, options.onError), options);
  }
}
