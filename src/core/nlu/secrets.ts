import type { SlotKind } from '../knowledge/value.ts';
export interface Secret { kind: 'payment-code'|'password'|'sms-code'|'id-number'|'bank-card'|'alipay-user-id'|'cvv'; start: number; end: number }
export function findSecrets(text: string, _asked: SlotKind | null): Secret[] { return [...text.matchAll(/(?<!\d)(2[5-9]|30)\d{14,22}(?!\d)/g)].map(m => ({ kind: 'payment-code' as const, start: m.index, end: m.index + m[0].length })); }
export function maskSecrets(text: string, secrets: Secret[]): string { let t = text; for (const s of secrets) t = t.slice(0, s.start) + '•'.repeat(s.end - s.start) + t.slice(s.end); return t; }
