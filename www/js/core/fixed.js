/**
 * Writes the page's fixed strings: `data-say` gives the text, `data-say-title`, `-placeholder`
 * and `-label` the attributes of that name.
 *
 * @param {ParentNode} root
 * @param {Pick<import('./say.js').Say, 'text'>} say
 */
export function writeStrings(root, say) {
  for (const found of root.querySelectorAll('[data-say]')) {
    found.textContent = say.text(found.getAttribute('data-say') ?? '');
  }
  const attributes = { title: 'title', placeholder: 'placeholder', label: 'aria-label' };
  for (const [name, attribute] of Object.entries(attributes)) {
    for (const found of root.querySelectorAll(`[data-say-${name}]`)) {
      found.setAttribute(attribute, say.text(found.getAttribute(`data-say-${name}`) ?? ''));
    }
  }
}
