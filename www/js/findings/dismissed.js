import { recall, remember } from '../core/memory.js';
import { PROFILES, leftOut } from './profile.js';

/**
 * The findings and rules that the reader does not want to see, and what texts are held to. Kept in the browser: ids of rules, and
 * hashes of findings, from which no word of a text can be had.
 *
 * @typedef {import('../core/types.js').AnalysedDocument} AnalysedDocument
 * @typedef {{findings: readonly string[], rules: readonly string[], profile: string}} Dismissed `profile`: of the rules
 *   that texts are held to, of `PROFILES`
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
  const profile = PROFILES.find((name) => name === lists['profile']) ?? 'all';
  return { findings: strings(lists['findings']), rules: strings(lists['rules']), profile };
}

/** @param {unknown} list @returns {string[]} */
function strings(list) {
  return Array.isArray(list) ? list.filter((one) => typeof one === 'string') : [];
}

/** @param {Dismissed} dismissed @returns {Dismissed} */
function save({ findings, rules, profile }) {
  const kept = { findings: findings.slice(-MOST), rules, profile };
  const nothing = kept.findings.length + rules.length === 0 && profile === 'all';
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
 * With another profile.
 *
 * @param {Dismissed} dismissed
 * @param {string} profile of `PROFILES`
 * @returns {Dismissed}
 */
export function heldTo(dismissed, profile) {
  return save({ ...dismissed, profile });
}

/**
 * Which of a document's findings are shown, which the reader dismissed, and which are of rules that texts of its kind are
 * not held to (`unasked`); places in its own list.
 *
 * @param {AnalysedDocument} document
 * @param {Dismissed} dismissed
 * @returns {{open: number[], away: number[], unasked: number[]}}
 */
export function sorted(document, { findings, rules, profile }) {
  const [hidden, quiet, others] = [new Set(findings), new Set(rules), leftOut(profile, document.kind)];
  /** @type {{open: number[], away: number[], unasked: number[]}} */
  const made = { open: [], away: [], unasked: [] };
  document.findings.forEach(({ rule, identity }, index) => {
    const away = quiet.has(rule) || hidden.has(identity);
    const kind = away ? made.away : others.has(rule) ? made.unasked : made.open;
    kind.push(index);
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
  if (dismissed.findings.length + dismissed.rules.length === 0 && dismissed.profile === 'all') return json;
  const analysis = /** @type {import('../core/types.js').Analysis} */ (JSON.parse(json));
  let left = 0;
  for (const document of analysis.documents) {
    const { open, away, unasked } = sorted(document, dismissed);
    const gone = away.length + unasked.length;
    if (gone === 0) continue;
    left += gone;
    document.dismissed = gone;
    document.findings = open.flatMap((index) => document.findings[index] ?? []);
  }
  return left > 0 ? `${JSON.stringify(analysis)}\n`.trimEnd() : json;
}
