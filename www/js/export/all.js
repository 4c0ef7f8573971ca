import { contentOf } from '../tables/columns.js';
import { toCsv } from './csv.js';

/**
 * Targets, tasks and findings of all open texts as one file: a workbook with a sheet for each, rows of one table (CSV), or
 * an object a line as the contract has them (JSON Lines).
 *
 * @typedef {import('../core/types.js').AnalysedDocument} AnalysedDocument
 * @typedef {{name: string, title: string, document: AnalysedDocument}} Source
 * @typedef {import('./writers.js').Table} Table
 */

const TABLES = /** @type {const} */ (['targets', 'tasks', 'findings']);

/** The widths of columns, in letters, by their kinds. @type {Record<string, number>} */
const WIDTHS = { main: 44, section: 34, severity: 20, owner: 24, 'value measured': 34 };

/**
 * The rows of a table of all texts, each behind the text's file and title.
 *
 * @param {typeof TABLES[number]} table
 * @param {Source[]} sources
 * @param {import('../core/types.js').Language} language
 * @param {import('../core/say.js').Say} say
 */
function rowsOf(table, sources, language, say) {
  /** @type {Map<string, string>} */
  const kinds = new Map();
  const parts = sources.map((source) => {
    const { columns, rows } = contentOf(table, source.document, language, say, 'none');
    const keys = columns.map(({ key, kind = '' }) => {
      kinds.set(key, kind);
      return key;
    });
    return { source, rows: rows.map(({ words }) => new Map(keys.map((key, at) => [key, words[at] ?? '']))) };
  });
  // A text without owners, say, has no such column: a sheet has those of all.
  const keys = [...kinds.keys()];
  const heads = [say.text('export.file'), say.text('several.title'), ...keys.map((key) => say.text(key))];
  const rows = parts.flatMap(({ source, rows: own }) => own.map((row) => [source.name, source.title, ...keys.map((key) => row.get(key) ?? '')]));
  return { heads, rows, widths: [24, 30, ...keys.map((key) => WIDTHS[kinds.get(key) ?? ''] ?? 18)] };
}

/**
 * @param {Source[]} sources
 * @param {import('../core/types.js').Language} language
 * @param {import('../core/say.js').Say} say
 * @returns {Table[]}
 */
export function sheetsOf(sources, language, say) {
  return TABLES.map((table) => {
    const { heads, rows, widths } = rowsOf(table, sources, language, say);
    return {
      title: say.text(`table.${table}`),
      lines: [],
      columns: heads.map((head, at) => ({ head, width: widths[at] ?? 18, centred: false })),
      rows: rows.map((cells) => cells.map((text) => ({ text }))),
    };
  });
}

/**
 * One table: what is no column of a row's kind is empty there.
 *
 * @param {Source[]} sources
 * @param {import('../core/types.js').Language} language
 * @param {import('../core/say.js').Say} say
 */
export function csvOf(sources, language, say) {
  const all = TABLES.map((table) => ({ kind: say.text(`table.${table}`), ...rowsOf(table, sources, language, say) }));
  const heads = [...new Set(all.flatMap(({ heads: own }) => own))];
  const rows = all.flatMap(({ kind, heads: own, rows: cells }) =>
    cells.map((row) => {
      const byHead = new Map(own.map((head, at) => [head, row[at] ?? '']));
      return [kind, ...heads.map((head) => byHead.get(head) ?? '')];
    }),
  );
  return toCsv([[say.text('export.kind'), ...heads], ...rows]);
}

/** @param {Source[]} sources */
export function linesOf(sources) {
  return sources
    .flatMap(({ name, title, document }) => {
      const own = { file: name, title };
      return [
        ...document.claims.filter(({ status }) => status === 'target').map((claim) => ({ record: 'target', ...own, ...claim })),
        ...document.tasks.map((task) => ({ record: 'task', ...own, ...task })),
        ...document.findings.map((finding) => ({ record: 'finding', ...own, ...finding })),
      ];
    })
    .map((one) => `${JSON.stringify(one)}\n`)
    .join('');
}
