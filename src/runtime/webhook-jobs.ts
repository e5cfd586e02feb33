import { z } from 'zod';
import { GiveUp, type Job } from '../jobs/jobs.ts';
import {
  WEBHOOK_TYPES,
  type WebhookMessage,
  type Webhooks,
  type WebhookTarget,
} from '../webhooks/webhooks.ts';

const Target = { target: z.string(), name: z.string() };
const Head = { id: z.string(), type: z.enum(WEBHOOK_TYPES), timestamp: z.string() };
/** A message beside where it goes to; what is neither is the message's own data. */
const Data = z.object({ ...Target, ...Head }).catchall(z.string().nullable());

/** A receiver that says this wants nothing of it any more, whenever it comes. */
const GONE = 410;

/** A message on its way to one target. */
export const webhookJob = ({ data, ...head }: WebhookMessage, { key, name }: WebhookTarget): Job => ({
  id: `webhook-${head.id}-${key}`,
  kind: 'webhook',
  data: { ...data, ...head, target: key, name },
});

/** Delivers it once. @throws where the receiver has not taken it, and GiveUp where it never will */
export async function runWebhook(job: Job, webhooks: Webhooks): Promise<string> {
  const { target: key, name, id, type, timestamp, ...data } = Data.parse(job.data);
  const target = webhooks.targets.find(one => one.key === key);
  if (!target) throw new GiveUp(`${name} is no target any more`);
  const status = await webhooks.send(target, { id, type, timestamp, data });
  if (status >= 200 && status < 300) return `${status} ${name}`;
  if (status === GONE) throw new GiveUp(`${name} answered ${status}: it wants this no more`);
  throw new Error(`${name} answered ${status}`);
}
