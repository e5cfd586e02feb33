import type { Problems } from './problems.ts';
import type { Placed } from './read-knowledge.ts';
import { showPath } from './yaml-source.ts';

/** Reports an id that was given before. */
export function checkUnique(entries: Placed<{ id: string }>[], problems: Problems): void {
  const first = new Map<string, Placed<{ id: string }>>();
  for (const entry of entries) {
    const earlier = first.get(entry.value.id);
    if (!earlier) first.set(entry.value.id, entry);
    else {
      const line = earlier.source.lineOf(earlier.path);
      problems.add(
        entry.source,
        entry.path,
        `${showPath(entry.path)}: the id ${entry.value.id} is taken already, on line ${line}`,
      );
    }
  }
}
