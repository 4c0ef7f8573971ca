import { element } from '../core/dom.js';
import { copyTable } from '../export/clipboard.js';
import { toCsv } from '../export/csv.js';
import { download, stem } from '../export/download.js';
import { PROFILES } from '../findings/profile.js';

/**
 * What stands over a table: the filter, how rows are grouped, copies and downloads.
 *
 * @typedef {import('./columns.js').Grouping} Grouping
 *
 * @typedef {object} ToolsPart
 * @property {HTMLElement} root
 * @property {() => void} words in the language that is read
 * @property {() => void} draw those that fit the table that is open
 * @property {(words: string) => void} count how many of the rows are shown; nothing where all are
 * @property {() => string} wanted what rows are filtered by
 * @property {() => Grouping} grouping of the table that is open
 *
 * @typedef {object} Asked what the tools ask of the panel
 * @property {(words: string) => void} filter
 * @property {() => void} regroup
 * @property {() => string[][]} rows for copies and exports
 * @property {() => string} file the name of the file that is read
 */

/** @type {readonly Grouping[]} */
const GROUPINGS = ['none', 'section', 'indicator'];

/** So many milliseconds a button says what came of it. */
const FLASH = 1600;

/**
 * @param {import('../core/types.js').App} app
 * @param {Asked} asked
 * @returns {ToolsPart}
 */
export function createTools(app, asked) {
  const { state, say, actions } = app;
  const filter = () => asked.filter(field.value);
  const field = element('input', { type: 'search', id: 'filter', autocomplete: 'off', oninput: filter });
  const groups = element('select', { id: 'grouping', onchange: asked.regroup });
  groups.append(...GROUPINGS.map((name) => element('option', { value: name })));
  const held = element('select', { id: 'profile', onchange: () => actions.holdTo(held.value) });
  held.append(...PROFILES.map((name) => element('option', { value: name })));
  const count = element('span', { class: 'count', role: 'status' });
  const takeaways = createExports(app, asked);
  const root = element('div', { class: 'tools' }, field, count, groups, held, ...takeaways.buttons);
  return {
    root,
    words() {
      field.placeholder = say.text('table.filter');
      field.setAttribute('aria-label', say.text('table.filter'));
      groups.setAttribute('aria-label', say.text('table.grouping'));
      for (const option of groups.options) option.textContent = say.text(`grouping.${option.value}`);
      held.setAttribute('aria-label', say.text('findings.profile'));
      held.title = say.text('findings.profile.title');
      for (const option of held.options) option.textContent = say.text(`profile.${option.value}`);
      takeaways.words();
    },
    draw() {
      const { table, dismissed } = state.get();
      field.hidden = table === 'scores';
      groups.hidden = table !== 'targets' && table !== 'actuals';
      held.hidden = table !== 'findings';
      held.value = dismissed.profile;
      takeaways.draw();
    },
    count(words) {
      count.textContent = words;
    },
    wanted: () => field.value,
    grouping: () => (groups.hidden ? 'none' : (GROUPINGS.find((name) => name === groups.value) ?? 'none')),
  };
}

/**
 * The buttons that copy the table, and download it or the analysis.
 *
 * @param {import('../core/types.js').App} app
 * @param {Asked} asked
 */
function createExports({ state, say, actions }, asked) {
  const copy = element('button', { type: 'button', onclick: copyRows });
  const csv = element('button', { type: 'button', onclick: downloadCsv });
  const json = element('button', { type: 'button', onclick: downloadJson });
  const ledger = element('button', { type: 'button', class: 'ledger-of', hidden: true, onclick: actions.openLedger });
  const word = element('button', { type: 'button', class: 'word', hidden: true, onclick: downloadWord });

  async function copyRows() {
    try {
      await copyTable(asked.rows());
      flash(copy, 'table.copied');
    } catch {
      flash(copy, 'table.copy.failed');
    }
  }

  function downloadCsv() {
    const name = `${stem(asked.file())}-${say.text(`table.${state.get().table}`)}.csv`;
    download(name, toCsv(asked.rows()), 'text/csv;charset=utf-8');
  }

  async function downloadJson() {
    const { current } = state.get();
    if (current === null) return;
    try {
      const text = await actions.json(current);
      download(`${stem(asked.file())}.json`, text, 'application/json');
    } catch {
      flash(json, 'table.json.failed');
    }
  }

  async function downloadWord() {
    const { current } = state.get();
    if (current === null) return;
    word.disabled = true;
    const file = await actions.comment(current);
    word.disabled = false;
    if (file) download(`${stem(asked.file())}-${say.text('table.word.name')}.docx`, file);
    else flash(word, 'table.word.failed');
  }

  /** The ledger beside tasks; the way back into the reader's own file for findings, as long as the text is the file's. */
  function draw() {
    const { table, entries, current } = state.get();
    const entry = entries.find(({ id }) => id === current);
    ledger.hidden = table !== 'tasks';
    word.hidden = table !== 'findings' || !entry?.original || entry.revision > 0;
  }

  state.on(['table', 'entries', 'current'], draw);

  /** @param {HTMLElement} button @param {string} key */
  function flash(button, key) {
    button.textContent = say.text(key);
    setTimeout(words, FLASH);
  }

  function words() {
    copy.textContent = say.text('table.copy');
    csv.textContent = 'CSV';
    csv.title = say.text('table.csv');
    json.textContent = 'JSON';
    json.title = say.text('table.json');
    ledger.textContent = say.text('header.ledger');
    ledger.title = say.text('header.ledger.title');
    word.textContent = say.text('table.word');
    word.title = say.text('table.word.title');
  }

  return { buttons: [copy, csv, json, word, ledger], words, draw };
}
