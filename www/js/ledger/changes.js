/**
 * What can be done to rows: each gives other rows and leaves those that it was given.
 *
 * @typedef {import('./types.js').Row} Row
 * @typedef {import('./types.js').Column} Column
 * @typedef {readonly Row[]} Rows
 */
import { BETWEEN_PARTS, BLANK, COLUMNS, namesIn, OWNERS, sectionOf } from './rows.js';

/** The end of a sentence, or of a part that could be one. */
const SENTENCE = /[^。！？；;\n]*[。！？；;\n]+[”’」』）)]*|[^。！？；;\n]+$/g;

/**
 * @param {Rows} rows
 * @param {ReadonlySet<number>} ids
 * @param {Column} column
 * @param {string} words
 * @returns {Rows}
 */
export function written(rows, ids, column, words) {
  return rows.map((row) => (ids.has(row.id) && row.cells[column] !== words ? { ...row, cells: { ...row.cells, [column]: words } } : row));
}

/**
 * Cells from one on, as they were copied from a sheet.
 *
 * @param {Rows} rows
 * @param {readonly number[]} ids those that are shown from the first cell's row on
 * @param {Column} first
 * @param {string[][]} block
 * @returns {Rows}
 */
export function pasted(rows, ids, first, block) {
  const from = COLUMNS.indexOf(first);
  const lines = new Map(ids.slice(0, block.length).map((id, at) => [id, block[at] ?? []]));
  return rows.map((row) => {
    const line = lines.get(row.id);
    if (!line) return row;
    const pairs = line.flatMap((words, at) => {
      const column = COLUMNS[from + at];
      return column ? [[column, words]] : [];
    });
    return { ...row, cells: { ...row.cells, ...Object.fromEntries(pairs) } };
  });
}

/**
 * Gives what a cell says to the empty cells of its section.
 *
 * @param {Rows} rows
 * @param {Row} from
 * @param {Column} column
 */
export function spread(rows, from, column) {
  const section = sectionOf(from);
  const empty = rows.filter((row) => sectionOf(row) === section && row.cells[column].trim() === '');
  return written(rows, new Set(empty.map(({ id }) => id)), column, from.cells[column]);
}

/** @param {Rows} rows @param {ReadonlySet<number>} ids @returns {Rows} */
export const dropped = (rows, ids) => rows.filter(({ id }) => !ids.has(id));

/**
 * An empty row behind another, in its section.
 *
 * @param {Rows} rows
 * @param {Row} behind
 * @param {number} id
 * @returns {Rows}
 */
export function inserted(rows, behind, id) {
  const cells = { ...BLANK, source: behind.cells.source };
  const fresh = { ...behind, id, number: '', span: null, task: null, origin: null, cells, first: cells };
  return rows.flatMap((row) => (row.id === behind.id ? [row, fresh] : [row]));
}

/**
 * One row of several: texts one after the other, what they list each once.
 *
 * @param {Rows} rows
 * @param {ReadonlySet<number>} ids at least two
 * @param {string} between names
 * @returns {Rows}
 */
export function merged(rows, ids, between) {
  const all = rows.filter(({ id }) => ids.has(id));
  const [first, ...others] = all;
  if (!first || others.length === 0) return rows;
  const join = (/** @type {Column} */ column, /** @type {string} */ by) =>
    [...new Set(all.map(({ cells }) => cells[column].trim()).filter((words) => words !== ''))].join(by);
  const names = (/** @type {Column} */ column, /** @type {Set<string>} */ known) =>
    [...new Set(all.flatMap(({ cells }) => namesIn(cells[column])))].filter((name) => !known.has(name));
  const lead = names('lead', new Set());
  const isOne = (/** @type {'lead' | 'others'} */ column) => all.every(({ cells }) => cells[column] === first.cells[column]);
  const cells = {
    source: join('source', '\n'),
    content: all.map(({ cells: { content } }) => content).filter((words) => words.trim() !== '').reduce(followed, ''),
    target: join('target', BETWEEN_PARTS),
    lead: isOne('lead') ? first.cells.lead : lead.join(between),
    others: isOne('others') ? first.cells.others : names('others', new Set(lead)).join(between),
    deadline: join('deadline', BETWEEN_PARTS),
    progress: join('progress', '\n'),
    state: first.cells.state,
    note: join('note', '\n'),
  };
  const places = all.flatMap(({ entry, document, span }) => (span && entry === first.entry && document === first.document ? [span] : []));
  const span = places.length > 0 ? { start: Math.min(...places.map(({ start }) => start)), end: Math.max(...places.map(({ end }) => end)) } : null;
  const row = { ...first, cells, span };
  return rows.flatMap((one) => (one.id === first.id ? [row] : ids.has(one.id) ? [] : [one]));
}

/** Two texts, one behind the other. @param {string} before @param {string} words */
function followed(before, words) {
  if (before === '') return words;
  return /[。！？；;，：:\n]$/.test(before) ? before + words : `${before}；${words}`;
}

/** The sentences of a cell, or its parts between semicolons. @param {string} words */
export function sentencesOf(words) {
  const whole = (/** @type {string[]} */ parts) => parts.map((part) => part.trim()).filter((part) => part !== '');
  const ends = words.match(/[^。！？\n]*[。！？\n]+[”’」』）)]*|[^。！？\n]+$/g) ?? [];
  const sentences = whole(ends);
  return sentences.length > 1 ? sentences : whole(words.match(SENTENCE) ?? []);
}

/**
 * A row for each part of its text. Owners and deadlines go to all, a target to the part that names it.
 *
 * @param {Rows} rows
 * @param {Row} split
 * @param {string[]} parts at least two
 * @param {() => number} next the number of a new row
 * @returns {Rows}
 */
export function divided(rows, split, parts, next) {
  const targets = split.cells.target.split(BETWEEN_PARTS).filter((target) => target !== '');
  const home = targets.map((target) => Math.max(0, parts.findIndex((part) => part.includes(target.split(/\s/)[0] ?? target))));
  const made = parts.map((content, at) => {
    const mine = targets.filter((_, target) => home[target] === at).join(BETWEEN_PARTS);
    const cells = { ...split.cells, content, target: mine };
    return at === 0 ? { ...split, cells } : { ...split, id: next(), origin: null, cells, first: cells };
  });
  return rows.flatMap((row) => (row.id === split.id ? made : [row]));
}

/** Whether a column holds names. @param {Column} column */
export const holdsNames = (column) => OWNERS.includes(column);
