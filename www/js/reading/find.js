/**
 * Finds words in the text: all places are painted, Enter goes to the next.
 *
 * @typedef {object} FindPart
 * @property {() => void} open
 * @property {() => boolean} close whether it was in use
 * @property {() => void} again the text is another one now
 */

/** So many places are found; a word more frequent than that is no help. */
const MOST = 5000;

/**
 * @param {HTMLInputElement} field
 * @param {HTMLElement} count
 * @param {import('../core/types.js').App} app
 * @param {{text: () => string, paint: (spans: import('../core/types.js').Span[]) => void,
 *   goTo: (span: import('../core/types.js').Span) => void}} target
 * @returns {FindPart}
 */
export function createFind(field, count, app, target) {
  /** @type {import('../core/types.js').Span[]} */
  let places = [];
  let at = -1;

  function search() {
    const words = field.value.trim();
    const text = target.text();
    places = [];
    at = -1;
    if (words) {
      for (let found = text.indexOf(words); found >= 0 && places.length < MOST; ) {
        places.push({ start: found, end: found + words.length });
        found = text.indexOf(words, found + words.length);
      }
    }
    target.paint(places);
    tell();
  }

  function tell() {
    if (!field.value.trim()) count.textContent = '';
    else if (places.length === 0) count.textContent = app.say.text('find.none');
    else if (at < 0) count.textContent = app.say.text('find.count', { count: places.length });
    else count.textContent = `${at + 1}/${places.length}`;
  }

  /** @param {number} step */
  function go(step) {
    if (places.length === 0) return;
    at = at < 0 && step < 0 ? places.length - 1 : (at + step + places.length) % places.length;
    const place = places[at];
    if (place) target.goTo(place);
    tell();
  }

  field.addEventListener('input', search);
  field.addEventListener('keydown', (event) => {
    if (event.key === 'Enter' && !event.isComposing) {
      event.preventDefault();
      go(event.shiftKey ? -1 : 1);
    }
  });
  app.state.on(['language'], tell);

  return {
    open() {
      field.focus();
      field.select();
    },
    close() {
      const was = field.value !== '' || document.activeElement === field;
      if (field.value !== '') {
        field.value = '';
        search();
      }
      field.blur();
      return was;
    },
    again: search,
  };
}
