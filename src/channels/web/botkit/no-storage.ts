import type { Storage, StoreItems } from 'botbuilder-core';

/**
 * Botkit saves its dialog state after each turn, and by default keeps that of every conversation in memory for good.
 * Parley has no Botkit dialogs: what a conversation knows lies in its events, so there is nothing to keep.
 */
export const noStorage: Storage = {
  read: async (): Promise<StoreItems> => ({}),
  write: async () => {},
  delete: async () => {},
};
