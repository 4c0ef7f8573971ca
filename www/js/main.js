/**
 * The page: makes its parts, hands each what it needs, and holds nothing itself.
 */
import './core/trusted.js';
import { part } from './core/dom.js';
import { prepareFaces } from './core/faces.js';
import { writeStrings } from './core/fixed.js';
import { createHistory } from './core/history.js';
import { createKeyboard } from './core/keyboard.js';
import { applyLanguage, applyTheme, hasSingleKeys, savedLanguage, savedTheme, setSingleKeys } from './core/preferences.js';
import { idle } from './core/schedule.js';
import { createSay, inBoth } from './core/say.js';
import { createState } from './core/state.js';
import { createEditBar } from './editing/bar.js';
import { createDocuments, createFiles } from './files/files.js';
import { createLibrary } from './files/library.js';
import { keepPlace, savedPlace } from './files/place.js';
import { carryTexts, isKeepingAsked, setKeeping, storedTexts } from './files/storage.js';
import { heldTo, savedDismissed, turned, withoutDismissed } from './findings/dismissed.js';
import { createLoader } from './compare/loader.js';
import { createField } from './intake/field.js';
import { createSamples } from './intake/samples.js';
import { createNotices } from './notices/notices.js';
import { createBook } from './ledger/book.js';
import { createLedger, inLedger } from './ledger/view.js';
import { createProgress } from './notices/progress.js';
import { createSources } from './notices/sources.js';
import { isRich } from './office/asks.js';
import { commentsOf } from './office/comments.js';
import { createFileNote } from './office/note.js';
import { createInstall } from './offline/install.js';
import { createVersions } from './offline/versions.js';
import { createPlain } from './reading/plain.js';
import { createSplitter } from './reading/splitter.js';
import { createReading } from './reading/view.js';
import { createSeveral } from './several/view.js';
import { TABLES } from './tables/tabs.js';

const place = savedPlace(TABLES);

/** @type {import('./core/types.js').Shown} */
const initial = {
  language: savedLanguage(),
  theme: savedTheme(),
  view: 'landing',
  entries: [],
  current: null,
  document: 0,
  layers: { targets: true, actuals: true, dates: true, phrases: false, stock: false, findings: true, announced: true },
  table: place?.table ?? 'targets',
  choice: null,
  section: null,
  evidence: null,
  part: 'text',
  notices: [],
  keep: isKeepingAsked(),
  editing: false,
  dismissed: savedDismissed(),
};
const state = createState(initial);
const say = createSay(() => state.get().language);
const root = document.documentElement;
const field = part('field', HTMLTextAreaElement);
let pastes = 0;

/** What is kept of the texts over a reload. */
const textsWithLedgers = () => state.get().entries.map((entry) => ({ ...entry, ledger: book.saved(entry) }));

/** Characters that a field holds without trouble. */
const WRITABLE = 200_000;
/** Characters that a field lays out in no time. */
const SOON = 10_000;
/** @type {string | null} a paste that the field will hold */
let unwritten = null;

/** For those who hear the page. @param {string} words */
function announce(words) {
  part('live', HTMLElement).textContent = words;
}

function writeField() {
  if (unwritten !== null) field.value = unwritten;
  unwritten = null;
}

/** @type {import('./core/types.js').Actions} */
const actions = {
  paste(words, html = '') {
    pastes += 1;
    const name = say.text('paste.name', { number: pastes });
    if (isRich(html)) {
      // The mark: whatever the markup says, it came as Unicode.
      void library.open([{ name, blob: new Blob(['\ufeff', html]), pasted: true, words }]);
      return;
    }
    // A paste that fits stays in the field, to be mended and read again; a long one, which takes long
    // to lay out, is put there when the field is seen again.
    unwritten = words.length < WRITABLE ? words : null;
    if (words.length < SOON) writeField();
    library.add([{ name, blob: new Blob([words], { type: 'text/plain' }), pasted: true }]);
  },
  open(files) {
    return library.open([...files].map((file) => ({ name: file.name, blob: file, pasted: false })));
  },
  async sample(file, title) {
    try {
      const response = await fetch(file);
      if (!response.ok) throw new Error(String(response.status));
      const ending = /\.[^./]+$/.exec(file)?.[0] ?? '';
      library.add([{ name: `${title}${ending}`, blob: await response.blob(), pasted: false }]);
    } catch {
      actions.tell({ id: 'sample', severity: 'error', said: inBoth('error.sample') });
    }
  },
  cancel: () => library.cancel(),
  read: (entry, index = 0) => state.set({ current: entry, document: index, view: 'reading' }),
  remove: (entry) => library.remove(entry),
  putBack: (entry, piece, back) => library.putBack(entry, piece, back),
  choose: (choice) => state.set(choice ? { choice, evidence: null } : { choice }),
  prove: (evidence) => state.set(evidence ? { evidence, choice: null } : { evidence }),
  compareTexts: () => state.set({ view: 'several' }),
  openLedger: () => state.set({ view: 'ledger' }),
  ledger: (entry) => library.ledger(entry),
  progress: (plan, report) => library.progress(plan, report),
  openCompare: () => state.set({ view: 'compare' }),
  compare: (asked) => library.compare(asked),
  keepLedger: () => library.store(),
  async show(entry, index, choice) {
    actions.read(entry, index);
    await reading.drawn();
    actions.choose(choice);
  },
  async edit(on) {
    const { current } = state.get();
    if (!on || current === null) {
      reading.edit(null);
      return;
    }
    try {
      await library.source(current);
      reading.edit(current);
    } catch {
      actions.tell({ id: 'edit', severity: 'error', said: inBoth('edit.failed') });
    }
  },
  revise: (entry, source) => library.revise(entry, source),
  step(way) {
    const { current } = state.get();
    if (current === null) return;
    reading.flush();
    const place = library.step(current, way);
    if (place) reading.expect(place);
  },
  async fix(findings, done) {
    const { current } = state.get();
    if (current === null) return;
    try {
      await library.source(current);
      if (reading.fix(findings)) announce(done);
    } catch {
      actions.tell({ id: 'edit', severity: 'error', said: inBoth('edit.failed') });
    }
  },
  turnAway(kind, id, away) {
    state.set({ dismissed: turned(state.get().dismissed, kind, id, away), choice: null });
    announce(say.text(away ? 'findings.away.done' : 'findings.back.done'));
  },
  holdTo(profile) {
    state.set({ dismissed: heldTo(state.get().dismissed, profile), choice: null });
    announce(say.text('findings.profile.done', { profile: say.text(`profile.${profile}`) }));
  },
  startAgain() {
    state.set({ view: 'landing' });
    field.focus();
  },
  async comment(id) {
    const { entries, dismissed } = state.get();
    const analysis = entries.find((entry) => entry.id === id)?.analysis;
    return analysis ? library.comment(id, commentsOf(analysis, dismissed, say), say.text('cli.check.author')) : null;
  },
  json: async (entry) => withoutDismissed(await library.json(entry), state.get().dismissed),
  announce,
  tell(notice) {
    state.set({ notices: [...state.get().notices.filter(({ id }) => id !== notice.id), notice] });
  },
  dismiss: (id) => state.set({ notices: state.get().notices.filter((notice) => notice.id !== id) }),
};

/** @type {import('./core/types.js').App} */
const app = { state, say, actions };

createNotices(part('notices', HTMLElement), app);
createSources(part('warnings', HTMLElement), part('live', HTMLElement), app);
createFileNote(part('file', HTMLElement), app);
createSamples(part('samples', HTMLElement), app);
createFiles(part('files', HTMLElement), app);
createDocuments(part('documents', HTMLElement), app);
createSeveral(part('several', HTMLElement), app);
const book = createBook(inLedger);
createLedger(part('ledger', HTMLElement), app, book, part('live', HTMLElement));
createLoader(part('compare', HTMLElement), app);
const reading = createReading(app, (entry) => library.known(entry));
createInstall(part('install', HTMLElement));
const progress = createProgress(part('progress', HTMLElement), app);
const keepWhen = createVersions(part('version', HTMLElement), app, () => carryTexts(textsWithLedgers()));
const library = createLibrary(state, {
  progress: { ...progress, ready: (isReady) => [progress.ready, keepWhen].forEach((told) => void told(isReady)) },
  tell: actions.tell,
  drawn: reading.drawn,
  plain: createPlain(part('plain', HTMLElement), app),
  ledger: book.saved,
  failed: writeField,
});
createField(
  {
    field,
    go: part('go', HTMLButtonElement),
    picker: part('picker', HTMLInputElement),
    pickers: [part('pick', HTMLElement), part('add', HTMLElement)],
  },
  app,
);

createSplitter(part('splitter', HTMLElement), part('tables', HTMLElement), part('middle', HTMLElement));
createEditBar(part('edit-bar', HTMLElement), part('edit', HTMLButtonElement), app, (entry) => library.source(entry));

const help = part('help', HTMLDialogElement);
createKeyboard(
  {
    find: reading.find,
    step: reading.step,
    layer: reading.layer,
    edit: () => void actions.edit(!state.get().editing),
    change: actions.step,
    help: () => help.showModal(),
    close: () => {
      const { view } = state.get();
      if (view !== 'several' && view !== 'ledger' && view !== 'compare') {
        reading.close();
        return;
      }
      state.set({ view: 'reading' });
      const doors = { several: 'compare-texts', ledger: 'open-ledger', compare: 'open-compare' };
      part(doors[view], HTMLElement).focus();
    },
  },
  () => state.get().view === 'reading',
  hasSingleKeys,
);
const singleKeys = part('single-keys', HTMLInputElement);
singleKeys.checked = hasSingleKeys();
singleKeys.addEventListener('change', () => setSingleKeys(singleKeys.checked));
part('keys', HTMLElement).addEventListener('click', () => help.showModal());
part('help-close', HTMLElement).addEventListener('click', () => help.close());
part('brand', HTMLElement).addEventListener('click', actions.startAgain);
part('back', HTMLElement).addEventListener('click', () => {
  const { entries, current } = state.get();
  if (entries.some(({ id, analysis }) => id === current && analysis)) state.set({ view: 'reading' });
});
part('compare-texts', HTMLElement).addEventListener('click', actions.compareTexts);
part('open-ledger', HTMLElement).addEventListener('click', actions.openLedger);
part('open-compare', HTMLElement).addEventListener('click', actions.openCompare);
part('print', HTMLElement).addEventListener('click', () => window.print());
part('language', HTMLElement).addEventListener('click', () => {
  state.set({ language: state.get().language === 'zh' ? 'en' : 'zh' });
});
part('theme', HTMLElement).addEventListener('click', () => {
  const after = /** @type {const} */ ({ auto: 'light', light: 'dark', dark: 'auto' });
  state.set({ theme: after[state.get().theme] });
});
for (const [name, target] of /** @type {const} */ ([['text', 'scroller'], ['tables', 'table']])) {
  part(`skip-${name}`, HTMLElement).addEventListener('click', () => {
    state.set({ part: name });
    part(target, HTMLElement).focus();
  });
}
for (const name of /** @type {const} */ (['outline', 'text', 'tables'])) {
  part(`part-${name}`, HTMLElement).addEventListener('click', () => state.set({ part: name }));
}
const keep = part('keep', HTMLInputElement);
keep.checked = state.get().keep;
keep.addEventListener('change', () => {
  state.set({ keep: keep.checked });
  setKeeping(keep.checked, textsWithLedgers()).catch(() => {
    actions.tell({ id: 'keep', severity: 'warning', said: inBoth('error.keep') });
  });
});

/** @type {import('./core/types.js').Language | null} */
let written = null;
/** @type {import('./core/types.js').Theme | null} */
let shownTheme = null;
const draw = () => {
  const { view, part: shown, language, theme, entries, current } = state.get();
  root.dataset.view = view;
  root.dataset.part = shown;
  if (written !== language) {
    applyLanguage(language);
    writeStrings(document, say);
    written = language;
  }
  if (shownTheme !== theme) applyTheme(theme);
  shownTheme = theme;
  part('theme', HTMLElement).title = say.text(`theme.${theme}`);
  part('theme', HTMLElement).setAttribute('aria-label', say.text(`theme.${theme}`));
  part('back', HTMLElement).hidden =
    view === 'reading' || !entries.some(({ id, analysis }) => id === current && analysis);
  for (const name of ['outline', 'text', 'tables']) {
    part(`part-${name}`, HTMLElement).setAttribute('aria-pressed', String(name === shown));
  }
  if (view === 'landing') document.title = say.text('title');
};
state.on(['view', 'part', 'language', 'theme', 'entries', 'current'], draw);
state.on(['view'], () => {
  if (state.get().view === 'landing') writeField();
  if (root.dataset.state === 'ready' && state.get().view === 'landing') root.dataset.state = 'landing';
  else if (root.dataset.state === 'landing' && state.get().view === 'reading') root.dataset.state = 'ready';
});
draw();
root.dataset.state = 'landing';
createHistory(state);
keepPlace(state);
idle().then(() => {
  root.toggleAttribute('data-laid', true);
  return prepareFaces(document.body);
});

storedTexts()
  .then((texts) => {
    if (texts.length > 0) library.add(texts, place);
  })
  .catch(() => actions.tell({ id: 'keep', severity: 'warning', said: inBoth('error.keep') }));
