import { writeFile } from 'node:fs/promises';
import { z } from 'zod';
import { CaseFile } from '../../core/case/case-file.ts';
import { CaseStatus } from '../../core/case/status.ts';
import type { Store } from '../../stores/store.ts';
import { loadCase } from '../load-case.ts';
import { OperatorError } from './operator-error.ts';

const SCHEMA_FILE = 'case.schema.json';

const ShownCase = CaseFile.extend({
  status: CaseStatus.describe('Where the case stands.'),
  mediator: z.string().nullable().describe('Who looks after it; null while nobody does.'),
});
type ShownCase = z.infer<typeof ShownCase>;

/** @throws OperatorError where there is no such case */
export async function existingCase(
  store: Store,
  number: string,
): Promise<{ file: CaseFile; shown: ShownCase; version: number }> {
  const { state, version } = await loadCase(store, number);
  const { file, status, mediator } = state;
  if (!file) throw new OperatorError(`there is no case ${number}; npm run cases lists those that exist`);
  return { file, shown: { status, mediator, ...file }, version };
}

export async function shownCase(store: Store, number: string): Promise<string> {
  return JSON.stringify((await existingCase(store, number)).shown, null, 2);
}

/** The JSON Schema of what `show` prints. */
export function caseSchema(): object {
  return z.toJSONSchema(ShownCase);
}

export async function writeCaseSchema(path = SCHEMA_FILE): Promise<string> {
  await writeFile(path, `${JSON.stringify(caseSchema(), null, 2)}\n`);
  return `written: ${path}`;
}
