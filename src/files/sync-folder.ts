import { open } from 'node:fs/promises';

/** A new name in a folder is durable only when the folder itself has been synced. Windows cannot and need not. */
export async function syncFolder(path: string): Promise<void> {
  if (process.platform === 'win32') return;
  const folder = await open(path, 'r');
  try {
    await folder.sync();
  } finally {
    await folder.close();
  }
}
