import { element } from '../core/dom.js';
import { commonYear, deadlinesIn } from './dates.js';
import { namesIn } from './rows.js';
import { periodName } from '../wording/period.js';
import { stateOf } from './states.js';

/**
 * Who has what, and what is due when: the rows of the sheet in groups. A row may stand in several.
 *
 * @typedef {import('./types.js').Row} Row
 * @typedef {import('../core/say.js').Say} Say
 * @typedef {{row: Row, at: number, role: 'lead' | 'others' | null}} Member `at`: place of the row in the sheet
 * @typedef {{key: string, name: string, members: Member[], isRest: boolean}} Group `isRest`: of rows that name none
 */

/** So many months are told of a unit. */
const MOST_MONTHS = 8;

/** So many groups are opened at first. */
const OPENED = 40;

/**
 * A group a unit, those with most rows first.
 *
 * @param {readonly Row[]} rows
 * @param {Say} say
 * @returns {Group[]}
 */
export function byUnit(rows, say) {
  const groups = createGroups();
  rows.forEach((row, at) => {
    const leads = namesIn(row.cells.lead);
    const others = namesIn(row.cells.others).filter((name) => !leads.includes(name));
    for (const name of leads) groups.add(name, name, { row, at, role: 'lead' });
    for (const name of others) groups.add(name, name, { row, at, role: 'others' });
    if (leads.length + others.length === 0) groups.rest(say.text('ledger.group.no-unit'), { row, at, role: null });
  });
  return groups.all((a, b) => b.members.length - a.members.length);
}

/**
 * A group a month, in order of time; then what is due in a year, and what cannot be told.
 *
 * @param {readonly Row[]} rows
 * @param {Say} say
 * @returns {Group[]}
 */
export function byMonth(rows, say) {
  const groups = createGroups();
  const year = commonYear(rows.map(({ cells }) => cells.deadline));
  rows.forEach((row, at) => {
    const due = deadlinesIn(row.cells.deadline, year);
    for (const { words, point } of due) {
      if (!point) groups.add(`~${words}`, words, { row, at, role: null });
      else if (point.isYear) groups.add(`${point.year}-99`, say.text('ledger.group.year', { year: point.year }), { row, at, role: null });
      else groups.add(point.month, periodName(point.month, say), { row, at, role: null });
    }
    if (due.length === 0) groups.rest(say.text('ledger.group.no-deadline'), { row, at, role: null });
  });
  return groups.all((a, b) => (a.key < b.key ? -1 : 1));
}

function createGroups() {
  /** @type {Map<string, Group>} */
  const groups = new Map();
  /** @param {string} key @param {string} name @param {Member} member @param {boolean} [isRest] */
  function add(key, name, member, isRest = false) {
    const group = groups.get(key) ?? { key, name, members: [], isRest };
    groups.set(key, group);
    if (group.members.at(-1)?.row !== member.row) group.members.push(member);
  }
  return {
    add,
    /** @param {string} name @param {Member} member */
    rest: (name, member) => add('', name, member, true),
    /** @param {(a: Group, b: Group) => number} order */
    all: (order) => [...groups.values()].sort((a, b) => Number(a.isRest) - Number(b.isRest) || order(a, b)),
  };
}

/**
 * @param {Group[]} groups
 * @param {'units' | 'months'} kind
 * @param {Say} say
 * @param {(row: Row) => void} go shows the row in the sheet
 */
export function groupElements(groups, kind, say, go) {
  const year = commonYear(groups.flatMap(({ members }) => members.map(({ row }) => row.cells.deadline)));
  return groups.map((group, at) =>
    element(
      'details',
      { class: group.isRest ? 'group rest' : 'group', open: at < OPENED },
      element(
        'summary',
        {},
        element('span', { class: 'name' }, group.name),
        element('span', { class: 'tally' }, tallyOf(group, kind, say)),
        kind === 'units' ? element('span', { class: 'months' }, ...monthsOf(group, year, say)) : null,
      ),
      element('ul', {}, ...group.members.map((member) => memberElement(member, kind, say, go))),
    ),
  );
}

/** @param {Group} group @param {'units' | 'months'} kind @param {Say} say */
function tallyOf({ members, isRest }, kind, say) {
  const lead = members.filter(({ role }) => role === 'lead').length;
  if (kind === 'units' && !isRest) return say.text('ledger.group.roles', { lead, others: members.length - lead });
  return say.text('ledger.rows', { count: members.length });
}

/** The months in which something is due, each with how much. @param {Group} group @param {number} year @param {Say} say */
function monthsOf({ members }, year, say) {
  /** @type {Map<string, number>} */
  const counts = new Map();
  for (const { row } of members) {
    const months = deadlinesIn(row.cells.deadline, year).flatMap(({ point }) => (point ? [point.isYear ? `${point.year}` : point.month] : []));
    for (const month of new Set(months)) counts.set(month, (counts.get(month) ?? 0) + 1);
  }
  const told = [...counts].sort(([a], [b]) => (a < b ? -1 : 1)).slice(0, MOST_MONTHS);
  return told.map(([key, count]) => {
    return element('span', { class: 'month' }, periodName(key, say), element('span', { class: 'count' }, `×${count}`));
  });
}

/** @param {Member} member @param {'units' | 'months'} kind @param {Say} say @param {(row: Row) => void} go */
function memberElement({ row, at, role }, kind, say, go) {
  const { content, lead, others, deadline, state } = row.cells;
  const known = stateOf(state);
  const owners = [lead, others].filter((words) => words.trim() !== '').join(say.text('ledger.between.parts'));
  const told = kind === 'units' ? deadline || say.text('ledger.group.no-deadline') : owners || say.text('ledger.group.no-unit');
  const isMissing = (kind === 'units' ? deadline : owners) === '';
  return element(
    'li',
    { class: role ?? undefined },
    element('span', { class: 'at' }, String(at + 1)),
    element('button', { type: 'button', class: 'to-row', onclick: () => go(row) }, content || '—'),
    element('span', { class: isMissing ? 'beside missing' : 'beside' }, told),
    element('span', { class: 'more-of' }, role ? element('span', { class: `role ${role}` }, say.text(`ledger.role.${role}`)) : null, known ? element('span', { class: 'state-of', 'data-state': known }, say.text(`ledger.state.${known}`)) : null),
  );
}
