import { execFile } from 'node:child_process';

export interface Ran {
  code: number;
  stdout: string;
  stderr: string;
}

/** Runs a command of Parley as an operator does, in a process of its own and without a terminal. */
export function runCommand(args: string[], env: Record<string, string>): Promise<Ran> {
  return new Promise(resolve => {
    const options = { env: { ...process.env, ...env } };
    execFile(process.execPath, ['src/main.ts', ...args], options, (error, stdout, stderr) => {
      const code = error === null ? 0 : typeof error.code === 'number' ? error.code : 1;
      resolve({ code, stdout, stderr });
    });
  });
}
