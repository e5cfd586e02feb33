import type { Condition } from '../knowledge/condition.ts';
import type { EvidenceElement, Negotiation, SlotDefinition, Warning } from '../knowledge/negotiation.ts';
import { type Facts, type Test, testOf } from './holds.ts';

/** A part of a type with its condition ready to be asked. */
interface Part<T> {
  part: T;
  applies: Test;
}

interface Form {
  slots: readonly Part<SlotDefinition>[];
  evidence: readonly Part<EvidenceElement>[];
  warnings: Readonly<Record<Warning['moment'], readonly Part<Warning>[]>>;
}

const forms = new WeakMap<Negotiation, Form>();

/** The parts of a type. A turn asks for them several times, so each type is made ready once. */
export function formOf(negotiation: Negotiation): Form {
  let form = forms.get(negotiation);
  if (!form) forms.set(negotiation, (form = makeReady(negotiation)));
  return form;
}

function makeReady({ slots, evidence, warnings }: Negotiation): Form {
  const of = (moment: Warning['moment']): Part<Warning>[] =>
    parts(warnings.filter(warning => warning.moment === moment));
  return {
    slots: parts(slots),
    evidence: parts(evidence),
    warnings: {
      emergency: of('emergency'),
      start: of('start'),
      'before-consent': of('before-consent'),
      'after-filing': of('after-filing'),
    },
  };
}

const parts = <T extends { when?: Condition | undefined }>(all: readonly T[]): Part<T>[] =>
  all.map(part => ({ part, applies: part.when ? testOf(part.when) : always }));

const always: Test = () => true;

/** Those that apply with what is known now, in their order. */
export function applicable<T>(all: readonly Part<T>[], facts: Facts, today: string): T[] {
  const found: T[] = [];
  for (const { part, applies } of all) if (applies(facts, today)) found.push(part);
  return found;
}
