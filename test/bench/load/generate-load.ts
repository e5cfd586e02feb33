import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { text } from 'node:stream/consumers';
import { onCore } from '../measure/processor.ts';
import type { LoadPlan, LoadResult } from './load-plan.ts';

/**
 * Runs a load generator to its end. Throws where a message was refused or a socket lost.
 * @param core the core it may use, null for all
 */
export async function generateLoad(plan: LoadPlan, core: number | null): Promise<LoadResult> {
  const [program, ...args] = [
    ...onCore(core),
    process.execPath,
    'test/bench/load/generator.ts',
    JSON.stringify(plan),
  ];
  const child = spawn(program, args, { stdio: ['ignore', 'pipe', 'inherit'] });
  const [said, [code]] = await Promise.all([text(child.stdout), once(child, 'exit')]);
  if (code !== 0) throw new Error(`the load generator ended with ${code}`);
  return JSON.parse(said) as LoadResult;
}
