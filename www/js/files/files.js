import { element } from '../core/dom.js';
import { openCount } from '../findings/dismissed.js';
import { shortened, signsOf, toldApart } from './names.js';

/**
 * The files that were given, with counts and scores; shown when there are several.
 *
 * @typedef {import('../core/types.js').Entry} Entry
 *
 * @param {HTMLElement} root
 * @param {import('../core/types.js').App} app
 */
export function createFiles(root, app) {
  const { state, say, actions } = app;

  const title = element('h2');
  const compare = element('button', { type: 'button', class: 'compare', onclick: actions.compareTexts });
  const list = element('ul');
  root.replaceChildren(title, compare, list);
  /** The rows that stand, by what they were made of. @type {Map<number, {entry: Entry, language: string, row: HTMLElement}>} */
  let rows = new Map();

  function draw() {
    const { entries, current, language } = state.get();
    root.hidden = entries.length < 2;
    title.textContent = say.text('files.title', { count: entries.length });
    compare.textContent = say.text('files.compare');
    const before = rows;
    rows = new Map(
      (root.hidden ? [] : entries).map((entry) => {
        const known = before.get(entry.id);
        const same = known?.entry === entry && known.language === language;
        return [entry.id, same ? known : { entry, language, row: rowOf(entry) }];
      }),
    );
    for (const [id, { row }] of before) if (rows.get(id)?.row !== row) row.remove();
    [...rows.values()].forEach(({ entry, row }, at) => {
      if (list.children[at] !== row) list.insertBefore(row, list.children[at] ?? null);
      const button = row.firstElementChild;
      if (entry.id === current) button?.setAttribute('aria-current', 'true');
      else button?.removeAttribute('aria-current');
    });
  }

  /** @param {Entry} entry */
  function rowOf(entry) {
    return element(
      'li',
      {},
      element(
        'button',
        { type: 'button', class: 'file', disabled: entry.analysis === null, onclick: () => actions.read(entry.id) },
        element('span', { class: 'name' }, entry.name),
        element('span', { class: 'tally' }, told(entry)),
      ),
      element('button', {
        type: 'button',
        class: 'remove',
        'aria-label': say.text('files.remove', { name: entry.name }),
        title: say.text('files.remove', { name: entry.name }),
        onclick: () => actions.remove(entry.id),
      }),
    );
  }

  /** @param {Entry} entry */
  function told({ stage, analysis, error }) {
    if (error && !analysis) return say.text('files.failed');
    if (!analysis) return say.text(stage === 'failed' ? 'files.failed' : 'files.waiting');
    const documents = analysis.documents;
    const targets = documents.reduce(
      (sum, { claims }) => sum + claims.filter(({ status }) => status === 'target').length,
      0,
    );
    const { dismissed } = state.get();
    const findings = documents.reduce((sum, document) => sum + openCount(document, dismissed), 0);
    const scores = documents.flatMap(({ scores: { document } }) => {
      const { value } = document.specificity;
      return value === null || value === undefined ? [] : [value];
    });
    const score = scores.reduce((sum, value) => sum + value, 0) / (scores.length || 1);
    return say.text(scores.length > 0 ? 'files.counts' : 'files.counts.unscored', {
      targets,
      findings,
      score: say.number(score, 0),
    });
  }

  state.on(['entries', 'current', 'language', 'dismissed'], draw);
  draw();
}

/**
 * The documents of the file that is read, as tabs; shown when there are several.
 *
 * @param {HTMLElement} root
 * @param {import('../core/types.js').App} app
 */
export function createDocuments(root, app) {
  const { state, say, actions } = app;

  function draw() {
    const { entries, current, document: at } = state.get();
    const documents = entries.find(({ id }) => id === current)?.analysis?.documents ?? [];
    root.hidden = documents.length < 2;
    root.replaceChildren();
    if (root.hidden) return;
    root.setAttribute('aria-label', say.text('documents.label'));
    const names = toldApart(
      documents.map((document, index) => ({
        title: document.title ?? say.text('documents.untitled', { number: index + 1 }),
        signs: signsOf(document, say),
      })),
    );
    const short = shortened(names);
    root.append(
      ...documents.map((_, index) =>
        element(
          'button',
          {
            type: 'button',
            role: 'tab',
            'aria-selected': String(index === at),
            'aria-controls': 'leaves',
            tabindex: index === at ? 0 : -1,
            title: names[index],
            onclick: () => current !== null && actions.read(current, index),
          },
          element('span', { class: 'order' }, String(index + 1)),
          element('span', { class: 'name' }, short[index] ?? ''),
        ),
      ),
    );
  }

  root.addEventListener('keydown', (event) => {
    const step = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
    const { current, document: at } = state.get();
    if (!step || current === null) return;
    event.preventDefault();
    const next = (at + step + root.children.length) % root.children.length;
    actions.read(current, next);
    /** @type {HTMLElement | undefined} */ (root.children[next])?.focus();
  });

  state.on(['entries', 'current', 'document', 'language'], draw);
  draw();
}
