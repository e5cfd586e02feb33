import { createHash } from 'node:crypto';
import { Webhook } from 'standardwebhooks';
import type { Resolve } from './guarded-lookup.ts';
import { post } from './post.ts';
import type { WebhookMessage, Webhooks } from './webhooks.ts';

export interface WebhookSettings {
  urls: string[];
  /** `whsec_…`; all of them sign, so that one can be replaced while receivers still know the other. */
  secrets: string[];
  /** Whether targets may lie in the operator's own networks, and be spoken to without TLS. */
  allowPrivate: boolean;
}

export interface SendingOptions {
  now?: () => Date;
  resolve?: Resolve;
  timeoutMs?: number;
}

/** Webhooks signed after Standard Webhooks, with its own library. */
export function signedWebhooks(settings: WebhookSettings, options: SendingOptions = {}): Webhooks {
  const { now = () => new Date(), resolve, timeoutMs = 15_000 } = options;
  const signers = settings.secrets.map(secret => new Webhook(secret));
  const urls = new Map(settings.urls.map(url => [keyOf(url), new URL(url)]));
  return {
    targets: [...urls].map(([key, url]) => ({ key, name: url.host })),
    async send(target, message) {
      const url = urls.get(target.key);
      if (!url) throw new Error(`${target.name} is no target`);
      const body = bodyOf(message);
      const at = now();
      const headers = {
        'webhook-id': message.id,
        'webhook-timestamp': String(Math.floor(at.getTime() / 1_000)),
        'webhook-signature': signers.map(signer => signer.sign(message.id, at, body)).join(' '),
      };
      return post(url, body, headers, { allowPrivate: settings.allowPrivate, resolve, timeoutMs });
    },
  };
}

const keyOf = (url: string): string => createHash('sha256').update(url).digest('hex').slice(0, 12);

const bodyOf = ({ type, timestamp, data }: WebhookMessage): string =>
  JSON.stringify({ type, timestamp, data });
