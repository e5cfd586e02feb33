import { destroyData } from '../erasure.ts';
import { CONVERSATION } from '../streams.ts';
import type { Reaction } from './reaction.ts';

/** Finishes an erasure whose process ended between its event and the last file. */
export const eraseData: Reaction<'ConversationErased'> = ({ stream }, { store, evidence }) =>
  destroyData(store, evidence, stream.slice(CONVERSATION.length));
