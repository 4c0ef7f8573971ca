import { element } from '../core/dom.js';

/**
 * What stands over the rows of a comparison: what is compared, how it stands, and what can be done with it.
 *
 * @typedef {import('./types.js').Kind} Kind
 * @typedef {import('./view.js').Shown} Shown
 * @typedef {import('../several/gather.js').Item} Item
 * @typedef {import('../export/writers.js').Kind} FileKind
 */

/** @type {readonly Kind[]} */
const KINDS = ['promise', 'level', 'wording'];

/** @type {[FileKind, string][]} */
const FILES = [
  ['xlsx', 'Excel'],
  ['csv', 'CSV'],
  ['md', 'Markdown'],
];

/**
 * @param {import('../core/types.js').App} app
 * @param {{first: (key: string) => void, second: (key: string) => void, kind: (kind: Kind | 'years' | '') => void, swap: () => void, again: () => void, write: (kind: FileKind) => void}} deeds
 */
export function partsOf({ say }, deeds) {
  const title = element('h2');
  const files = FILES.map(([kind, name]) => element('button', { type: 'button', 'data-kind': kind, onclick: () => deeds.write(kind) }, name));
  const kinds = /** @type {(Kind | 'years' | '')[]} */ (['', ...KINDS, 'years']).map((kind) => ({ kind, button: element('button', { type: 'button', onclick: () => deeds.kind(kind) }) }));
  const first = element('select', { id: 'compare-first', onchange: () => deeds.first(first.value) });
  const second = element('select', { id: 'compare-second', onchange: () => deeds.second(second.value) });
  const [firstLabel, secondLabel] = [element('label', { for: 'compare-first' }), element('label', { for: 'compare-second' })];
  const swap = element('button', { type: 'button', class: 'swap', onclick: deeds.swap }, '⇄');
  const again = element('button', { type: 'button', class: 'again', onclick: deeds.again });
  const sayTrouble = element('span');
  const found = element('span', { class: 'found' });
  const empty = element('p', { class: 'empty', hidden: true });
  const kindGroup = element('div', { class: 'faces-of', role: 'group' }, ...kinds.map(({ button }) => button));
  const parts = {
    bar: element('div', { class: 'bar-of-tools' }, title, kindGroup, element('div', { class: 'files-of' }, ...files)),
    printed: element('p', { class: 'printed' }),
    texts: element('div', { class: 'pair-faces', role: 'group' }),
    choices: element('div', { class: 'choices-of' }, element('div', {}, firstLabel, first), swap, element('div', {}, secondLabel, second), found),
    status: element('p', { class: 'under-way', role: 'status', hidden: true }),
    trouble: element('p', { class: 'refused', role: 'alert', hidden: true }, sayTrouble, ' ', again),
    notes: element('div', { class: 'pair-notes', role: 'status' }),
    faces: element('div', { class: 'pair-faces', role: 'group' }),
    bars: element('div'),
    slopes: element('div'),
    empty,
  };
  return {
    ...parts,
    /** @param {Item[]} all @param {(item: Item) => string} keyOf @param {{first: string, second: string}} chosen */
    fill(all, keyOf, chosen) {
      for (const [select, key] of /** @type {[HTMLSelectElement, string][]} */ ([[first, chosen.first], [second, chosen.second]])) {
        const options = all.map((item) => {
          const name = item.title ?? item.file;
          return element('option', { value: keyOf(item), selected: keyOf(item) === key }, item.date ? `${name}（${item.date}）` : name);
        });
        select.replaceChildren(...options);
        select.value = key;
      }
    },
    /** @param {Shown} shown @param {number} count @param {boolean} coming @param {boolean} several */
    words({ kind, answer, lines, failed, key, step }, count, coming, several) {
      title.textContent = say.text('compare.name');
      const level = (answer?.kind ?? kind) === 'level';
      firstLabel.textContent = say.text(level ? 'compare.upper' : 'compare.earlier');
      secondLabel.textContent = say.text(level ? 'compare.lower' : 'compare.later');
      swap.title = say.text('compare.swap');
      swap.setAttribute('aria-label', say.text('compare.swap'));
      kindGroup.setAttribute('aria-label', say.text('compare.kinds'));
      for (const one of kinds) {
        one.button.textContent = say.text(one.kind === '' ? 'compare.kind.auto' : `compare.kind.${one.kind}`);
        one.button.setAttribute('aria-pressed', String(one.kind === kind));
        one.button.hidden = one.kind === 'years' && !several;
      }
      for (const button of files) button.disabled = !answer && !lines?.length;
      parts.choices.hidden = count < 2 || kind === 'years';
      parts.texts.hidden = kind !== 'years';
      parts.texts.setAttribute('aria-label', say.text('compare.texts'));
      kindGroup.hidden = count < 2;
      const isAsked = count > 1 && key !== '' && !answer && !lines && !failed;
      parts.status.hidden = !isAsked && !(coming && count < 2);
      parts.status.textContent = parts.status.hidden ? '' : say.text('compare.waiting') + step;
      parts.trouble.hidden = !failed;
      sayTrouble.textContent = failed ? say.text('compare.failed') : '';
      again.textContent = say.text('ledger.again');
      parts.faces.setAttribute('aria-label', say.text('compare.faces'));
      found.textContent = answer ? say.text(`compare.order.${answer.order}`, { kind: say.text(`compare.kind.${answer.kind}`) }) : '';
      empty.hidden = count > 1 || coming;
      empty.textContent = empty.hidden ? '' : say.text(count === 1 ? 'compare.one' : 'compare.empty');
    },
    tellNone(why = 'compare.none') {
      empty.hidden = false;
      empty.textContent = say.text(why);
    },
  };
}
