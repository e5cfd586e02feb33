/** What an operator's own systems are told of. */
export const WEBHOOK_TYPES = [
  'case.filed',
  'case.status-changed',
  'handoff.requested',
  'handoff.cancelled',
  'webhook.test',
] as const;
export type WebhookType = (typeof WEBHOOK_TYPES)[number];

/** One message, as Standard Webhooks describes it. It holds ids and states; who is told fetches the rest by itself. */
export interface WebhookMessage {
  /** The same in every attempt and for every target: by it a receiver knows what it has had. */
  id: string;
  type: WebhookType;
  /** When it happened, ISO 8601 in UTC. */
  timestamp: string;
  data: Record<string, string | null>;
}

export interface WebhookTarget {
  /** Stands for its address, which may hold a secret, and stays the same while that does. */
  key: string;
  /** How it may be named to an operator: host and port. */
  name: string;
}

export interface Webhooks {
  readonly targets: readonly WebhookTarget[];
  /**
   * Signs a message and posts it once. Resolves to the HTTP status that came back, whatever it is.
   * @throws RefusedAddress where the target must not be spoken to; what the network says where it cannot be reached
   */
  send(target: WebhookTarget, message: WebhookMessage): Promise<number>;
}

export const noWebhooks: Webhooks = {
  targets: [],
  send: async () => {
    throw new Error('there are no targets');
  },
};
