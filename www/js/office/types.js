/**
 * What the readers of office files tell (`crates/formats-wasm/src/told.rs`), and what becomes of it on the page.
 *
 * @typedef {import('../core/types.js').Said} Said
 *
 * @typedef {object} Office a file's text, and what is told of it
 * @property {'docx' | 'doc' | 'rtf' | 'odt' | 'html' | 'mht' | 'sheet' | 'ods' | 'ofd' | 'pdf' | 'other'} kind
 * @property {string} text
 * @property {number[]} stated its paragraphs: start, end, level of the heading or 0; and the next
 * @property {Said[]} warnings
 * @property {Said[]} unread what the file held that is no text
 * @property {LedgerSheet[]} [ledgers] sheets whose heads are a ledger's
 * @property {{kind: 'head' | 'foot' | 'page_number' | 'contents' | 'menu' | 'comment' | 'cell', text: string}[]} set_aside
 *
 * @typedef {object} LedgerSheet a task ledger that was read from a sheet
 * @property {string} sheet its name
 * @property {{row: number, number: string, source: string, content: string, targets: string[], lead: string[], responsible: string[],
 *   support: string[], deadlines: string[], progress: string, state: string, note: string}[]} rows what it does not say is empty
 * @property {number[]} skipped its rows, from 1, that name no task
 * @property {number[]} unknown its rows, from 1, in which a formula has no result
 *
 * @typedef {object} ReadFile a file that was read, or one out of an archive
 * @property {string} name
 * @property {'office' | 'plain' | 'pdf' | 'skipped' | 'refused'} outcome
 * @property {Office} [office]
 * @property {Uint8Array<ArrayBuffer>} [bytes] where it is for another reader
 * @property {Said} [said] why it was refused
 *
 * @typedef {Omit<Office, 'text'>} FileNote what the page says of a file beside its text
 *
 * @typedef {object} Brought what a reader brought
 * @property {string} name
 * @property {Blob} blob
 * @property {boolean} pasted
 * @property {string} [words] the same as plain text, for where it cannot be read otherwise
 *
 * @typedef {object} Given a text to be analysed, or why there is none
 * @property {string} name
 * @property {Blob} blob
 * @property {boolean} pasted
 * @property {FileNote | null} [file]
 * @property {Blob | null} [original] the file itself, where it can be given back with comments
 * @property {Said} [refused]
 * @property {import('../core/types.js').SetAside[]} [kept]
 * @property {import('../ledger/types.js').SavedLedger | null} [ledger]
 */
export {};
