import type { Turn } from './turn.ts';

/** So often in a row a question was not understood that it annoys. */
const ANNOYING_MISSES = 2;

/** How the person seems to feel, from what they say and what has happened to them. */
export function moodOf({ reading, state }: Turn): 'calm' | 'upset' {
  const scolds = reading.acts.some(({ act }) => act === 'abuse');
  return scolds || state.safety.length > 0 || state.misses >= ANNOYING_MISSES ? 'upset' : 'calm';
}
