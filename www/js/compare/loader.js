/**
 * Fetches the view of two texts when it is opened for the first time.
 *
 * @param {HTMLElement} root
 * @param {import('../core/types.js').App} app
 */
export function createLoader(root, app) {
  const { state, say } = app;
  let isHere = false;
  state.on(['view'], async () => {
    if (isHere || state.get().view !== 'compare') return;
    isHere = true;
    root.textContent = say.text('compare.waiting');
    try {
      const { createPairView } = await import('./view.js');
      createPairView(root, app);
    } catch (error) {
      console.warn('the view did not come', error);
      isHere = false;
      root.textContent = say.text('compare.unloaded');
    }
  });
}
