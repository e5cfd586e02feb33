import { z } from 'zod';

/** What a key of an operator's own system may be allowed. */
export const SCOPES = [
  'cases:read',
  'cases:write',
  'staff:read',
  'stats:read',
  'settings:read',
  'audit:read',
] as const;
export const Scope = z.enum(SCOPES);
export type Scope = z.infer<typeof Scope>;
