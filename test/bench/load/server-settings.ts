/**
 * Settings of every server under load. All its load comes from one address, so the limits by address are set out of
 * reach; they still count. A server that is full refuses, which would end the run instead of showing how slow it is.
 */
export const underLoad: Record<string, string> = {
  RATE_LIMITS: ['connects', 'openings', 'returns', 'sendings', 'messages']
    .map(name => `${name}=1000000/60`)
    .join(),
  MAX_LOOP_DELAY_MS: '60000',
};
