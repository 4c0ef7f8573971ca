/**
 * The words of the ledger's modules.
 *
 * @typedef {import('../core/types.js').Span} Span
 * @typedef {import('../../../schema/contract').Ledger} CoreLedger the rows of a document, as the core tells them
 * @typedef {import('../../../schema/contract').LedgerRow} CoreRow
 *
 * @typedef {'sentences' | 'items'} Unit what a row is: a sentence, or a numbered paragraph
 *
 * @typedef {'source' | 'content' | 'target' | 'lead' | 'others' | 'deadline' | 'progress' | 'state' | 'note'} Column
 * @typedef {Readonly<Record<Column, string>>} Cells
 *
 * @typedef {'owner' | 'deadline' | 'measure'} Missing
 *
 * @typedef {object} Row never changed: what is edited is another one in its place
 * @property {number} id stays with it through every change
 * @property {number} entry the text that it is from
 * @property {number} document index of the document there
 * @property {string} title the document's
 * @property {string} number that the text gives it; may be empty
 * @property {Span | null} span where it stands; `null`: nowhere, or it is not known any more
 * @property {number | null} task the first of its tasks in the document
 * @property {string | null} origin what the core said of it, to be known by; `null`: the reader made it
 * @property {Cells} cells
 * @property {Cells} first the cells as they came
 *
 * @typedef {object} SavedSheet
 * @property {Row[]} rows
 * @property {string[]} came origins of all rows that the core gave
 * @typedef {Partial<Record<Unit, SavedSheet>>} SavedLedger what the reader made of an entry's rows
 */
export {};
