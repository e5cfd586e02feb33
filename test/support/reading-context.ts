import type { SlotDefinition } from '../../src/core/knowledge/negotiation.ts';
import type { SlotKind } from '../../src/core/knowledge/value.ts';
import type { ReadingContext } from '../../src/core/nlu/values/recogniser.ts';

const words = { 'zh-CN': 'x', en: 'x' };

/** What a recogniser knows: a day in November 2026 in Shanghai, and the kind that was asked. */
export function contextOf(asked: SlotKind | null = null): ReadingContext {
  const slot: SlotDefinition | null = asked && {
    id: 'asked',
    kind: asked,
    label: words,
    question: words,
    why: words,
    examples: { 'zh-CN': ['x'], en: ['x'] },
    required: false,
    prefers: 'past',
    sensitive: false,
  };
  return {
    language: 'zh-CN',
    now: '2026-11-23T04:00:00Z',
    zone: 'Asia/Shanghai',
    asked: slot,
    prefers: 'past',
  };
}

/** Bounds as a short text: `300`, `500..800`, `300..`, `..300`, with `~` where vague. */
export function bounds(lo: number | null, hi: number | null, approx: boolean): string {
  const said = lo === hi ? String(lo) : `${lo ?? ''}..${hi ?? ''}`;
  return said + (approx ? '~' : '');
}
