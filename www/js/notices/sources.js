import { element } from '../core/dom.js';
import { openCount } from '../findings/dismissed.js';

/**
 * What a reader should know about how the text was read, above the text; and a word on what was
 * found for those who hear the page.
 *
 * @param {HTMLElement} root
 * @param {HTMLElement} live
 * @param {import('../core/types.js').App} app
 */
export function createSources(root, live, app) {
  const { state, say } = app;
  /** @type {number | null} */
  let told = null;

  const draw = () => {
    const { entries, current, language, document: at } = state.get();
    const entry = entries.find(({ id }) => id === current);
    const ofText = entry?.analysis?.source.warnings ?? [];
    const warnings = [
      ...(entry?.file?.warnings ?? []).map(say.of),
      ...ofText.map(({ message, message_en: english }) => (language === 'zh' ? message : english)),
    ];
    root.replaceChildren(...warnings.map((words) => element('p', { class: 'warning' }, words)));
    root.hidden = warnings.length === 0;
    const document = entry?.analysis?.documents[at];
    if (!entry || !document || told === entry.id) return;
    told = entry.id;
    live.textContent = say.text('live.ready', {
      name: entry.name,
      targets: document.claims.filter(({ status }) => status === 'target').length,
      actuals: document.claims.filter(({ status }) => status === 'actual').length,
      tasks: document.tasks.length,
      findings: openCount(document, state.get().dismissed),
    });
  };
  state.on(['entries', 'current', 'document', 'language'], draw);
}
