/**
 * Offers to install the page where the browser has said that it can.
 *
 * @param {HTMLElement} button
 */
export function createInstall(button) {
  /** @type {(Event & {prompt: () => Promise<unknown>}) | null} */
  let offer = null;
  window.addEventListener('beforeinstallprompt', (event) => {
    event.preventDefault();
    offer = /** @type {any} */ (event);
    button.hidden = false;
  });
  window.addEventListener('appinstalled', () => {
    button.hidden = true;
  });
  button.addEventListener('click', () => {
    // An offer can be made once; the browser comes with another one.
    button.hidden = true;
    void offer?.prompt();
    offer = null;
  });
}
