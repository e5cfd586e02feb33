import { isIP } from 'node:net';
import { isAllowed } from './address-rules.ts';
import type { WebhookSettings } from './signed-webhooks.ts';

/** Bytes of a key, as Standard Webhooks wants them. */
const KEY_BYTES = { least: 24, most: 64 };

/** What is wrong with the settings, in a sentence that repeats no secret; null where they can be used. */
export function problemWith({ urls, secrets, allowPrivate }: WebhookSettings): string | null {
  for (const [at, text] of urls.entries()) {
    const url = URL.parse(text);
    const which = `WEBHOOK_URLS: address ${at + 1}`;
    if (!url || !['http:', 'https:'].includes(url.protocol))
      return `${which} must begin with https:// or http:// and name a host.`;
    const named = `${which} (${url.host})`;
    if (url.protocol === 'http:' && !allowPrivate)
      return `${named} must begin with https://; http:// is for targets in your own network, with WEBHOOK_ALLOW_PRIVATE=true.`;
    const host = url.hostname.replace(/^\[(.*)\]$/, '$1');
    if (isIP(host) !== 0 && !isAllowed(host, allowPrivate))
      return allowPrivate || !isAllowed(host, true)
        ? `${named} is an address that webhooks are never sent to.`
        : `${named} is not public; WEBHOOK_ALLOW_PRIVATE=true allows targets in your own network.`;
  }
  if (new Set(urls).size < urls.length) return 'WEBHOOK_URLS names an address twice.';
  if (!secrets.every(isSecret))
    return `WEBHOOK_SECRET must be whsec_ and ${KEY_BYTES.least} to ${KEY_BYTES.most} bytes in base64, for example from: echo whsec_$(openssl rand -base64 32)`;
  if (urls.length > 0 && secrets.length === 0)
    return 'WEBHOOK_SECRET is missing: webhooks are signed with it, for example from: echo whsec_$(openssl rand -base64 32)';
  return null;
}

function isSecret(text: string): boolean {
  const [, encoded] = /^whsec_([A-Za-z0-9+/]+={0,2})$/.exec(text) ?? [];
  const bytes = encoded === undefined ? null : Buffer.from(encoded, 'base64');
  return (
    bytes !== null &&
    bytes.toString('base64') === encoded &&
    bytes.length >= KEY_BYTES.least &&
    bytes.length <= KEY_BYTES.most
  );
}
