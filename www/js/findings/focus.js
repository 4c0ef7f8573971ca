/**
 * Where the focus stands in the list of findings, so that a control which is drawn anew has it again.
 *
 * @typedef {{at: number, kind: string}} Focus the finding's place in the list, -1 for none; the control's kind
 */

/**
 * The control in the list that has the focus.
 *
 * @param {HTMLElement} root
 * @returns {Focus | null}
 */
export function focusIn(root) {
  const active = document.activeElement;
  if (!(active instanceof HTMLElement) || active === root || !root.contains(active)) return null;
  const holder = active.closest('.finding');
  if (!holder) return { at: -1, kind: '' };
  return { at: [...root.querySelectorAll('.finding')].indexOf(holder), kind: active.className };
}

/**
 * Gives the focus to the control that took the place of the one that had it.
 *
 * @param {HTMLElement} root
 * @param {Focus | null} focus
 */
export function focusAgain(root, focus) {
  if (!focus || root.contains(document.activeElement)) return;
  const items = root.querySelectorAll('.finding');
  const item = focus.at < 0 ? null : items[Math.min(focus.at, items.length - 1)];
  const control = (focus.kind && item?.querySelector(`.${focus.kind}`)) || item?.querySelector('.go');
  const target = control ?? root.querySelector('.dismissed summary') ?? root;
  if (target instanceof HTMLElement) target.focus({ preventScroll: true });
}
