import { describe, expect, test } from 'vitest';
import type { Conversations, IncomingMessage } from '../../../src/channels/channel.ts';
import { botkitTransport } from '../../../src/channels/web/botkit/botkit-transport.ts';
import { WebAdapter } from '../../../src/channels/web/botkit/web-adapter.ts';

const receiving = (receive: (conversation: string, message: IncomingMessage) => void): Conversations =>
  ({
    receive: async (conversation: string, message: IncomingMessage) => receive(conversation, message),
  }) as unknown as Conversations;

describe('the adapter', () => {
  test('carries nothing: what the bot says is committed first', async () => {
    await expect(new WebAdapter().sendActivities()).rejects.toThrow('commit an event');
  });

  test('changes, deletes and begins nothing', async () => {
    const adapter = new WebAdapter();
    await expect(adapter.updateActivity()).rejects.toThrow('changes no message');
    await expect(adapter.deleteActivity()).rejects.toThrow('deletes no message');
    await expect(adapter.continueConversation()).rejects.toThrow('commit an event');
  });
});

describe('the transport', () => {
  const message = {
    id: 'm-1',
    text: '<b>constructor __proto__ {{x}}</b>',
    choice: 'type:trade',
    evidence: ['e'],
  };

  test('brings a message through Botkit unchanged', async () => {
    const seen: unknown[] = [];
    const transport = botkitTransport(receiving((...given) => seen.push(given)));
    await transport.deliver('c-1', message);
    expect(seen).toEqual([['c-1', message]]);
  });

  test.each([
    new Error('disk full'),
    undefined,
    'a string',
  ])('rejects with what the conversation failed with: %s', async error => {
    const transport = botkitTransport(
      receiving(() => {
        throw error;
      }),
    );
    await expect(transport.deliver('c-1', message)).rejects.toBe(error);
  });

  test('turns of different conversations do not mix', async () => {
    const seen: string[] = [];
    const transport = botkitTransport(
      receiving((conversation, { id }) => seen.push(`${conversation}/${id}`)),
    );
    const turns = Array.from({ length: 50 }, (_, index) => index);
    await Promise.all(turns.map(index => transport.deliver(`c-${index}`, { id: `m-${index}`, text: '' })));
    expect(seen.toSorted()).toEqual(turns.map(index => `c-${index}/m-${index}`).toSorted());
  });
});
