/**
 * What was dropped: files, and those of folders.
 */

/** So many files of folders are taken. */
export const MOST = 500;

/**
 * The files of a drop, those of folders with their path as name. Has to be called while the drop is handled; hidden
 * files of folders are left where they are.
 *
 * @param {DataTransfer} dropped
 * @returns {Promise<File[]>} more than `MOST` where not all are taken; rejects where a folder cannot be read
 */
export async function filesOf(dropped) {
  const files = [...dropped.files];
  const entries = [...dropped.items].flatMap((item) => (item.kind === 'file' ? [item.webkitGetAsEntry?.()] : []));
  if (!entries.some((entry) => entry?.isDirectory)) return files;
  /** @type {File[]} */
  const found = [];
  for (const [at, entry] of entries.entries()) {
    if (entry?.isDirectory) await gather(/** @type {FileSystemDirectoryEntry} */ (entry), found);
    else if (files[at]) found.push(files[at]);
  }
  return found;
}

/** @param {FileSystemDirectoryEntry} folder @param {File[]} found */
async function gather(folder, found) {
  for (const entry of await entriesOf(folder)) {
    // One more tells that there are more.
    if (found.length > MOST) return;
    if (entry.name.startsWith('.')) continue;
    if (entry.isDirectory) await gather(/** @type {FileSystemDirectoryEntry} */ (entry), found);
    else found.push(await fileOf(/** @type {FileSystemFileEntry} */ (entry)));
  }
}

/** All entries of a folder, which come in parts. @param {FileSystemDirectoryEntry} folder */
async function entriesOf(folder) {
  const reader = folder.createReader();
  /** @type {FileSystemEntry[]} */
  const all = [];
  for (;;) {
    /** @type {FileSystemEntry[]} */
    const part = await new Promise((resolve, reject) => reader.readEntries(resolve, reject));
    if (part.length === 0) return all.sort((a, b) => a.name.localeCompare(b.name, 'zh-CN', { numeric: true }));
    all.push(...part);
  }
}

/** @param {FileSystemFileEntry} entry @returns {Promise<File>} */
async function fileOf(entry) {
  /** @type {File} */
  const file = await new Promise((resolve, reject) => entry.file(resolve, reject));
  return new File([file], entry.fullPath.replace(/^\//, ''), { type: file.type });
}
