import { nanoid } from 'nanoid';
import { reasonOf } from '../../jobs/reason.ts';
import type { Webhooks } from '../../webhooks/webhooks.ts';
import type { Clock } from '../clock.ts';

/** `npm run jobs -- webhook-test`: sends each target a message that means nothing, and says what came back. */
export async function webhookTest(webhooks: Webhooks, clock: Clock): Promise<string> {
  if (webhooks.targets.length === 0) return 'There are no targets; set WEBHOOK_URLS and WEBHOOK_SECRET.';
  const message = { id: `evt_${nanoid()}`, type: 'webhook.test', timestamp: clock.now(), data: {} } as const;
  const lines = webhooks.targets.map(async target => {
    const begun = performance.now();
    const outcome = await webhooks.send(target, message).then(String, reasonOf);
    return `${target.name}  ${outcome}  ${Math.round(performance.now() - begun)} ms`;
  });
  return (await Promise.all(lines)).join('\n');
}
