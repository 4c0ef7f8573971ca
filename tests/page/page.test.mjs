/**
 * The page in a real browser. Cases by subject; one browser for all.
 */
import assert from 'node:assert/strict';
import { after, describe, test } from 'node:test';
import { browser, faults } from './support.mjs';

after(() => browser.close());

await import('./cases/intake.mjs');
await import('./cases/office.mjs');
await import('./cases/reading.mjs');
await import('./cases/drawing.mjs');
await import('./cases/tables.mjs');
await import('./cases/compare.mjs');
await import('./cases/terms.mjs');
await import('./cases/scores.mjs');
await import('./cases/several.mjs');
await import('./cases/two-texts.mjs');
await import('./cases/ledger.mjs');
await import('./cases/ledger-files.mjs');
await import('./cases/announced.mjs');
await import('./cases/aside.mjs');
await import('./cases/findings.mjs');
await import('./cases/editing.mjs');
await import('./cases/taking.mjs');
await import('./cases/room.mjs');
await import('./cases/ways.mjs');
await import('./cases/manners.mjs');
await import('./cases/trouble.mjs');
await import('./cases/offline.mjs');
await import('./cases/accessibility.mjs');

describe('all cases together', () => {
  test('nothing was asked of another origin, refused by the content policy or left uncaught', () => {
    assert.deepEqual(faults, []);
  });
});
