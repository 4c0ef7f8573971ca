/**
 * The browser's Back and Forward: each view that is opened is a step.
 *
 * @typedef {import('./types.js').Shown} Shown
 *
 * @param {import('./state.js').State<Shown>} state
 */
export function createHistory(state) {
  let isGoing = false;
  history.replaceState({ view: state.get().view }, '');
  state.on(['view'], () => {
    if (!isGoing) history.pushState({ view: state.get().view }, '');
  });
  window.addEventListener('popstate', (event) => {
    const { entries, current } = state.get();
    const wanted = /** @type {Shown['view']} */ (event.state?.view ?? 'landing');
    const isThere = wanted !== 'reading' || entries.some(({ id, analysis }) => id === current && analysis);
    isGoing = true;
    state.set({ view: isThere ? wanted : 'landing' });
    isGoing = false;
  });
}
