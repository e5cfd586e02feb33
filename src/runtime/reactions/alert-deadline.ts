import { loadCase } from '../load-case.ts';
import { CASE } from '../streams.ts';
import type { Reaction } from './reaction.ts';

/** Whoever looks after it hears of it at once; who is not there then sees it in the inbox. */
export const alertDeadline: Reaction<'DeadlineWarned'> = async ({ stream, event }, { store, signals }) => {
  const { file } = (await loadCase(store, stream.slice(CASE.length))).state;
  if (file) signals.tell('deadline', { conversation: file.conversation, warning: event.warning });
};
