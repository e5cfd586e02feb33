import type { SlotKind } from '../../../../src/core/knowledge/value.ts';
import type { Recognised } from '../../../../src/core/nlu/values/recogniser.ts';
import { recognise } from '../../../../src/core/nlu/values/recognise.ts';
import { contextOf } from '../../../support/reading-context.ts';

/** All values of a message, read on a Monday in November 2026 in Shanghai. */
export function read(text: string, { asked = null }: { asked?: SlotKind | null } = {}): Recognised[] {
  return recognise(text, contextOf(asked));
}
