import { accessSync, constants, mkdirSync } from 'node:fs';
import { resolve } from 'node:path';

/** Something in the surroundings keeps Parley from starting; the message says what in one sentence. */
export class StartError extends Error {}

/** Makes the data folder if it is missing and returns its absolute path. Throws a StartError where it cannot be written. */
export function prepareDataFolder(folder: string): string {
  const path = resolve(folder);
  try {
    mkdirSync(path, { recursive: true });
    accessSync(path, constants.W_OK | constants.X_OK);
  } catch (error) {
    const why = (error as NodeJS.ErrnoException).code ?? String(error);
    throw new StartError(
      `The data folder ${path} cannot be written (${why}). Give it rights, or set DATA_DIR to another folder.`,
    );
  }
  return path;
}
