import { element } from '../core/dom.js';
import { frame, inStretches } from '../core/schedule.js';
import { evidenceOf } from './evidence.js';
import { inOrder, partName, SCORES } from './names.js';
import { scoreRows } from './rows.js';
import { scopeOf, scopesOf } from './scope.js';

/**
 * The scores of the document or of a section: each with its figure, a sentence on what it counts, the
 * counts themselves, which lead to their places in the text, its formula and its limits.
 *
 * @typedef {import('../core/types.js').AnalysedDocument} AnalysedDocument
 * @typedef {import('../core/types.js').Score} Score
 * @typedef {import('../core/types.js').ScoreName} ScoreName
 * @typedef {import('./scope.js').Scope} Scope
 *
 * @typedef {object} ScoresPart
 * @property {(root: HTMLElement, document: AnalysedDocument) => void} show
 * @property {() => string[][]} rows
 */

/** Of texts up to so many characters all scores are drawn at once; of longer ones, one a frame. */
const AT_ONCE = 400_000;

/** So many sections can be picked from the list; any can be picked in the outline. */
const LISTED = 300;

/** Parts that are steps of the ladder, and their colours. @type {Record<string, string>} */
const SWATCHES = {
  measurable_characters: 'measurable',
  concrete_characters: 'concrete',
  general_characters: 'general',
  formulaic_characters: 'formulaic',
};

/** Parts in characters whose places are whole sentences. */
const SENTENCES = new Set([...Object.keys(SWATCHES), 'forward_characters']);

/** Parts whose places stand for what another part counts. @type {Record<string, string>} */
const SHOWN_BY = { characters_in_runs: 'runs' };

/**
 * @param {import('../core/types.js').App} app
 * @returns {ScoresPart}
 */
export function createScores(app) {
  const { state, say, actions } = app;
  /** @type {AnalysedDocument | null} */
  let shown = null;
  /** @type {HTMLElement | null} */
  let place = null;
  /** @type {{button: HTMLElement, score: ScoreName, part: string}[]} */
  let buttons = [];
  let task = new AbortController();

  const isOpen = () => shown !== null && place !== null && state.get().table === 'scores';

  function draw() {
    if (!shown || !place) return;
    const document = shown;
    const scope = scopeOf(document, state.get().section);
    const list = element('ul', { class: 'scores' });
    task.abort();
    task = new AbortController();
    buttons = [];
    place.replaceChildren(
      scopeChoice(document, scope),
      element('p', { class: 'standard' }, standard(document, scope)),
      list,
    );
    /** @param {ScoreName} name */
    const add = (name) => {
      list.append(scoreItem(document, name, scope));
      markButtons();
    };
    if (document.text.length <= AT_ONCE) SCORES.forEach(add);
    else void inStretches(SCORES, add, task.signal, frame);
  }

  /**
   * @param {AnalysedDocument} document
   * @param {Scope} scope
   */
  function scopeChoice(document, scope) {
    const scopes = scopesOf(document);
    const listed = scopes.slice(0, LISTED);
    if (!listed.includes(scope)) listed.push(scope);
    const select = element('select', {
      id: 'scope',
      onchange: () => {
        const chosen = listed[select.selectedIndex];
        state.set({ section: chosen && chosen.depth >= 0 ? chosen.stretch : null, evidence: null });
      },
    });
    select.append(
      ...listed.map((one) =>
        element(
          'option',
          { selected: one === scope },
          one.title ? '　'.repeat(one.depth) + one.title : say.text('scope.whole'),
        ),
      ),
    );
    return element(
      'div',
      { class: 'scope' },
      element('label', { for: 'scope' }, say.text('scope.label')),
      select,
    );
  }

  /**
   * What the figures are compared with, or why they are not.
   * @param {AnalysedDocument} document
   * @param {Scope} scope
   */
  function standard({ scores }, scope) {
    const { reference, warnings } = scores;
    const chinese = state.get().language === 'zh';
    if (scope.depth >= 0) return say.text('reference.section');
    if (warnings.length > 0) {
      return warnings.map(({ message, message_en: english }) => (chinese ? message : english)).join(chinese ? '' : ' ');
    }
    if (!reference.name) return say.text('reference.none');
    return [
      say.text('reference.of', { name: chinese ? reference.name : reference.name_en, date: reference.date }),
      say.text('reference.hint'),
    ].join(chinese ? '' : ' ');
  }

  /**
   * @param {AnalysedDocument} document
   * @param {ScoreName} name
   * @param {Scope} scope
   */
  function scoreItem(document, name, { scores, stretch }) {
    const score = scores[name];
    const { value, parts } = score;
    const graded = value !== null && value !== undefined;
    const sum = name !== 'readability';
    return element(
      'li',
      { class: `score ${name}`, 'data-empty': sum && !graded },
      element(
        'div',
        { class: 'head' },
        element('h3', {}, say.text(`score.${name}`)),
        sum && graded && element('span', { class: 'figure' }, say.number(value), element('span', { class: 'unit' }, '%')),
        sum && !graded && element('span', { class: 'figure none' }, '—'),
      ),
      graded && meter(name, score),
      element('p', { class: 'meaning' }, say.text(sum && !graded ? `score.${name}.none` : `score.${name}.meaning`)),
      typeof score.percentile === 'number' && element('p', { class: 'percentile' }, standing(score.percentile)),
      (graded || !sum) &&
        element(
          'ul',
          { class: 'counts' },
          ...inOrder(parts).map(([part, figure]) => element('li', {}, count(document, name, part, figure, score, stretch))),
        ),
      element(
        'dl',
        { class: 'working' },
        graded &&
          element('div', {}, element('dt', {}, say.text('score.formula')), element('dd', {}, formula(name, score))),
        element('div', {}, element('dt', {}, say.text('score.limits')), element('dd', {}, say.text(`score.${name}.limits`))),
      ),
    );
  }

  /** @param {number} percentile */
  function standing(percentile) {
    if (percentile <= 0) return say.text('percentile.least');
    if (percentile >= 100) return say.text('percentile.most');
    return say.text('percentile.above', { value: say.number(percentile, 0) });
  }

  /**
   * @param {ScoreName} name
   * @param {Score} score
   */
  function formula(name, { value, parts }) {
    const figures = Object.fromEntries(Object.entries(parts).map(([part, figure]) => [part, say.number(figure)]));
    return say.text(`score.${name}.formula`, { ...figures, value: say.number(value ?? 0) });
  }

  /**
   * A part of a score; where it has places, a button that leads through them.
   *
   * @param {AnalysedDocument} document
   * @param {ScoreName} name
   * @param {string} part
   * @param {number} figure
   * @param {Score} score
   * @param {import('../core/types.js').Span} stretch
   */
  function count(document, name, part, figure, score, stretch) {
    const spans = (figure > 0 && evidenceOf(document, name, SHOWN_BY[part] ?? part, stretch)) || [];
    const swatch = SWATCHES[part];
    const percentile = score.part_percentiles?.[part];
    const words = [
      swatch ? element('span', { class: `swatch ${swatch}`, 'aria-hidden': 'true' }) : null,
      element('span', { class: 'name' }, partName(part, say)),
      element('b', {}, say.number(figure, 2)),
      swatch ? element('span', { class: 'share' }, `${say.number((100 * figure) / (score.parts.graded_characters || 1), 0)}%`) : null,
      typeof percentile === 'number' ? element('span', { class: 'share' }, standing(percentile)) : null,
      SENTENCES.has(part) && spans.length > 0
        ? element('span', { class: 'places' }, say.text('evidence.sentences', { count: spans.length }))
        : null,
      part === 'fixed_characters' && spans.length > 0
        ? element('span', { class: 'places' }, say.text('evidence.places', { count: spans.length }))
        : null,
      part === 'characters_per_sentence' && spans.length > 0
        ? element('span', { class: 'places' }, say.text('evidence.longest', { count: spans.length }))
        : null,
    ];
    if (spans.length === 0) return element('span', { class: 'count-of' }, ...words);
    const button = element(
      'button',
      {
        type: 'button',
        class: 'count-of',
        title: say.text('evidence.show'),
        onclick: () => {
          const { evidence } = state.get();
          const open = evidence?.score === name && evidence.part === part;
          actions.prove(open ? null : { score: name, part, spans, at: 0 });
        },
      },
      ...words,
    );
    buttons.push({ button, score: name, part });
    return button;
  }

  function markButtons() {
    const { evidence } = state.get();
    for (const { button, score, part } of buttons) {
      button.setAttribute('aria-pressed', String(evidence?.score === score && evidence.part === part));
    }
  }

  state.on(['section'], () => {
    if (isOpen()) draw();
  });
  state.on(['evidence'], () => {
    if (isOpen()) markButtons();
  });

  return {
    show(root, document) {
      shown = document;
      place = root;
      draw();
    },
    rows: () => (shown ? scoreRows(scopeOf(shown, state.get().section), say) : []),
  };
}

/**
 * @param {ScoreName} name
 * @param {Score} score
 */
function meter(name, { value, parts }) {
  if (name === 'specificity') {
    const bar = element('span', { class: 'bar', 'aria-hidden': 'true' });
    for (const [part, step] of Object.entries(SWATCHES)) {
      const segment = element('span', { class: `step ${step}` });
      segment.style.setProperty('flex-grow', String(parts[part] ?? 0));
      if (parts[part]) bar.append(segment);
    }
    return bar;
  }
  const made = element('span', { class: 'meter', 'aria-hidden': 'true' }, element('span'));
  made.style.setProperty('--value', String(Math.min(100, Math.max(0, value ?? 0)) / 100));
  return made;
}
