import { element } from '../core/dom.js';
import { UNITS } from './book.js';
import { MISSING } from './filter.js';

/**
 * What stands over the sheet: how it is divided, what is shown, and what can be done to rows.
 *
 * @typedef {'undo' | 'redo' | 'insert' | 'divide' | 'merge' | 'drop' | 'spread' | 'fill' | 'text'} Deed
 *
 * @typedef {object} ToolsPart
 * @property {HTMLElement} root
 * @property {() => void} words in the language that is read
 * @property {(told: Told) => void} draw
 *
 * @typedef {object} Told
 * @property {import('./types.js').Unit} unit
 * @property {import('./filter.js').Wanted} wanted
 * @property {Record<import('./types.js').Missing, number>} lacking how many rows lack each
 * @property {{id: number, name: string}[]} entries
 * @property {ReadonlySet<Deed>} can
 * @property {boolean} isDivided whether a row can be one thing or another
 *
 * @typedef {object} Asked
 * @property {(unit: import('./types.js').Unit) => void} divide
 * @property {(wanted: Partial<import('./filter.js').Wanted>) => void} filter
 * @property {(deed: Deed) => void} act
 */

/** @type {readonly Deed[]} */
const DEEDS = ['undo', 'redo', 'insert', 'divide', 'merge', 'drop', 'spread', 'fill', 'text'];

/**
 * @param {import('../core/say.js').Say} say
 * @param {Asked} asked
 * @returns {ToolsPart}
 */
export function createTools(say, asked) {
  const units = UNITS.map((unit) => element('button', { type: 'button', id: `ledger-${unit}`, onclick: () => asked.divide(unit) }));
  const division = element('div', { class: 'division', role: 'group' }, ...units);
  const scope = element('select', { id: 'ledger-scope', onchange: () => asked.filter({ entry: scope.value === '' ? null : Number(scope.value) }) });
  const field = element('input', { type: 'search', id: 'ledger-filter', autocomplete: 'off', oninput: () => asked.filter({ words: field.value }), onkeydown: empty });
  const chips = MISSING.map((what) => element('button', { type: 'button', class: 'lack', 'data-lack': what, onclick: (/** @type {Event} */ event) => lack(event, what) }));
  const lacks = element('div', { class: 'lacks-of', role: 'group' }, ...chips);
  const deeds = DEEDS.map((deed) => element('button', { type: 'button', 'data-deed': deed, onclick: () => asked.act(deed) }));
  const acts = element('div', { class: 'deeds', role: 'group' }, ...deeds);

  /** The key that leaves the view empties the field first. @param {KeyboardEvent} event */
  function empty(event) {
    if (event.key !== 'Escape' || field.value === '') return;
    event.preventDefault();
    event.stopPropagation();
    field.value = '';
    asked.filter({ words: '' });
  }

  /** @param {Event} event @param {import('./types.js').Missing} what */
  function lack({ currentTarget }, what) {
    const isOn = currentTarget instanceof HTMLElement && currentTarget.getAttribute('aria-pressed') === 'true';
    asked.filter({ lacking: isOn ? null : what });
  }

  /** @param {Told} told */
  function draw({ unit, wanted, lacking, entries, can, isDivided }) {
    division.hidden = !isDivided;
    UNITS.forEach((one, at) => units[at]?.setAttribute('aria-pressed', String(one === unit)));
    MISSING.forEach((what, at) => {
      const chip = chips[at];
      if (!chip) return;
      chip.textContent = say.text(`ledger.lacks.${what}`, { count: lacking[what] });
      chip.setAttribute('aria-pressed', String(wanted.lacking === what));
      chip.disabled = lacking[what] === 0 && wanted.lacking !== what;
    });
    DEEDS.forEach((deed, at) => {
      const button = deeds[at];
      if (button) button.disabled = !can.has(deed);
    });
    drawScope(entries, wanted.entry);
  }

  /** @param {Told['entries']} entries @param {number | null} chosen */
  function drawScope(entries, chosen) {
    scope.hidden = entries.length < 2;
    const key = `${say.text('ledger.all')}/${entries.map(({ id, name }) => `${id}${name}`).join('/')}`;
    if (scope.dataset.key !== key) {
      scope.dataset.key = key;
      const options = entries.map(({ id, name }) => element('option', { value: id }, name));
      scope.replaceChildren(element('option', { value: '' }, say.text('ledger.all')), ...options);
    }
    scope.value = chosen === null ? '' : String(chosen);
  }

  return {
    root: element('div', { class: 'ledger-tools' }, element('div', { class: 'sieve' }, division, scope, field, lacks), acts),
    words() {
      division.setAttribute('aria-label', say.text('ledger.division'));
      lacks.setAttribute('aria-label', say.text('ledger.lacks'));
      acts.setAttribute('aria-label', say.text('ledger.deeds'));
      scope.setAttribute('aria-label', say.text('ledger.scope'));
      field.placeholder = say.text('table.filter');
      field.setAttribute('aria-label', say.text('table.filter'));
      UNITS.forEach((unit, at) => {
        const button = units[at];
        if (!button) return;
        button.textContent = say.text(`ledger.by.${unit}`);
        button.title = say.text(`ledger.by.${unit}.title`);
      });
      DEEDS.forEach((deed, at) => {
        const button = deeds[at];
        if (!button) return;
        button.textContent = say.text(`ledger.deed.${deed}`);
        button.title = say.text(`ledger.deed.${deed}.title`);
      });
    },
    draw,
  };
}
