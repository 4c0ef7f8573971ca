import { openWorker } from 'xushi/worker';

const xushi = openWorker();
const text = /** @type {HTMLTextAreaElement} */ (document.getElementById('text'));
const targets = /** @type {HTMLElement} */ (document.getElementById('targets'));

document.getElementById('go')?.addEventListener('click', async () => {
  const { documents } = await xushi.analyze(text.value);
  const rows = documents.flatMap((document) =>
    document.claims.map(({ indicator, span }) => {
      const row = window.document.createElement('tr');
      for (const words of [indicator, document.text.slice(span.start, span.end)]) row.insertCell().textContent = words;
      return row;
    }),
  );
  targets.replaceChildren(...rows);
});
