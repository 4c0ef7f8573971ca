import { recall, remember } from '../core/memory.js';

/**
 * The findings and rules that the reader does not want to see. Kept in the browser: ids of rules, and
 * hashes of findings, from which no word of a text can be had.
 *
 * @typedef {import('../core/types.js').AnalysedDocument} AnalysedDocument
 * @typedef {{findings: readonly string[], rules: readonly string[]}} Dismissed
 */

const KEY = 'xushi-dismissed';

/** So many findings are remembered; the oldest are forgotten first. */
const MOST = 2000;

/** @returns {Dismissed} */
export function savedDismissed() {
  /** @type {unknown} */
  let saved = null;
  try {
    saved = JSON.parse(recall(KEY) ?? 'null');
  } catch {
    // Another program wrote there, or an older one: begin anew.
  }
  const lists = /** @type {Partial<Record<string, unknown>>} */ (saved && typeof saved === 'object' ? saved : {});
  return { findings: strings(lists['findings']), rules: strings(lists['rules']) };
}

/** @param {unknown} list @returns {string[]} */
function strings(list) {
  return Array.isArray(list) ? list.filter((one) => typeof one === 'string') : [];
}

/** @param {Dismissed} dismissed @returns {Dismissed} */
function save({ findings, rules }) {
  const kept = { findings: findings.slice(-MOST), rules };
  const nothing = kept.findings.length + rules.length === 0;
  remember(KEY, nothing ? null : JSON.stringify(kept));
  return kept;
}

/**
 * With one more finding or rule, or one less.
 *
 * @param {Dismissed} dismissed
 * @param {'findings' | 'rules'} kind
 * @param {string} id
 * @param {boolean} away
 * @returns {Dismissed}
 */
export function turned(dismissed, kind, id, away) {
  const others = dismissed[kind].filter((one) => one !== id);
  return save({ ...dismissed, [kind]: away ? [...others, id] : others });
}

/**
 * Which of a document's findings are shown, and which the reader dismissed; places in its own list.
 *
 * @param {AnalysedDocument} document
 * @param {Dismissed} dismissed
 * @returns {{open: number[], away: number[]}}
 */
export function sorted(document, { findings, rules }) {
  const [hidden, quiet] = [new Set(findings), new Set(rules)];
  /** @type {{open: number[], away: number[]}} */
  const made = { open: [], away: [] };
  document.findings.forEach(({ rule, identity }, index) => {
    const away = quiet.has(rule) || hidden.has(identity);
    (away ? made.away : made.open).push(index);
  });
  return made;
}

/**
 * How many findings of a document are shown.
 *
 * @param {AnalysedDocument} document
 * @param {Dismissed} dismissed
 */
export function openCount(document, dismissed) {
  return sorted(document, dismissed).open.length;
}

/**
 * An exported analysis without the findings that the reader dismissed; each document says how many
 * were left out.
 *
 * @param {string} json as the command line prints it
 * @param {Dismissed} dismissed
 * @returns {string} the very same where nothing is dismissed in it
 */
export function withoutDismissed(json, dismissed) {
  if (dismissed.findings.length + dismissed.rules.length === 0) return json;
  const analysis = /** @type {import('../core/types.js').Analysis} */ (JSON.parse(json));
  let left = 0;
  for (const document of analysis.documents) {
    const { open, away } = sorted(document, dismissed);
    if (away.length === 0) continue;
    left += away.length;
    document.dismissed = away.length;
    document.findings = open.flatMap((index) => document.findings[index] ?? []);
  }
  return left > 0 ? `${JSON.stringify(analysis)}\n`.trimEnd() : json;
}
