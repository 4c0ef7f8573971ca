import { existsSync, statSync } from 'node:fs';
import { readdir } from 'node:fs/promises';
import { join } from 'node:path';

/**
 * The files of a folder and of those in it, sorted, by their addresses from it; a folder that is not there has none.
 *
 * @param {string} folder
 */
export async function files(folder) {
  const names = existsSync(folder) ? await readdir(folder, { recursive: true }) : [];
  const found = names.filter((name) => statSync(join(folder, name)).isFile());
  return found.map((name) => name.replaceAll('\\', '/')).sort();
}
