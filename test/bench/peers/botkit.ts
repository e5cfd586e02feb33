import { Botkit, BotkitConversation, BotkitTestClient } from 'botkit';
import { MemoryStorage } from 'botbuilder-core';

/**
 * Asks the given questions with Botkit's own `BotkitConversation`, in memory, and sends one answer a turn.
 * @returns turns done
 */
export async function runBotkitConversation(
  questions: string[],
  answer: string,
  rounds: number,
): Promise<number> {
  const controller = new Botkit({
    disable_webserver: true,
    disable_console: true,
    storage: new MemoryStorage(),
  });
  const conversation = new BotkitConversation('intake', controller);
  questions.forEach((question, at) => conversation.ask(question, async () => undefined, `slot-${at}`));
  controller.addDialog(conversation);
  let turns = 0;
  for (let round = 0; round < rounds; round++) {
    const client = new BotkitTestClient('test', controller, ['intake']);
    await client.sendActivity('hello');
    for (let at = 0; at < questions.length; at++) {
      await client.sendActivity(answer);
      turns++;
    }
  }
  return turns;
}
