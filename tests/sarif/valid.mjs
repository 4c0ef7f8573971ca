// What `xushi check --format sarif` prints is SARIF 2.1.0, by the schema of the standard's own toolkit,
// and its places and fixes hold in the files.
//
// node tests/sarif/valid.mjs PROGRAM TEXT…

import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import Ajv from 'ajv';

const [program = '', ...texts] = process.argv.slice(2);
const require = createRequire(import.meta.url);
const validate = validator();
const folder = mkdtempSync(join(tmpdir(), 'xushi-sarif-'));

/** Other line ends, encodings, characters beyond the first plane, names with spaces, nothing found. */
const made = {
  '稿 1.txt': '会议定于2月30日召开。。\r\n东片用地120亩、西片30亩，合计160亩。\r\n',
  'astral.txt': '𠮷林村𬌗𠮷全县Gdp增长8%。。\n',
  'marked.txt': '\ufeff请按时完成。。\n',
  'clean.txt': '全年各项任务全面完成。\n',
  'empty.txt': '',
};
for (const [name, text] of Object.entries(made)) {
  writeFileSync(join(folder, name), text);
  texts.push(join(folder, name));
}

/** Office files have no lines: their places have names. */
const office = ['docx', 'pdf', 'xlsx'].map((ending) =>
  fileURLToPath(new URL(`../../crates/cli/tests/fixtures/faulty.${ending}`, import.meta.url)),
);
texts.push(...office);

try {
  for (const language of ['zh', 'en']) check(language);
  console.log(`SARIF is valid for ${texts.length} texts in both languages`);
} finally {
  rmSync(folder, { recursive: true });
}

/** @param {string} language */
function check(language) {
  const { stdout, status } = spawnSync(program, ['check', '--format', 'sarif', '--language', language, ...texts], {
    encoding: 'utf8',
    maxBuffer: 1 << 28,
  });
  assert.equal(status, 1, 'findings are there');
  const log = JSON.parse(stdout);
  assert.ok(validate(log), JSON.stringify(validate.errors?.slice(0, 3), null, 2));
  const [run] = log.runs;
  assert.equal(run.columnKind, 'unicodeCodePoints');
  const { rules } = run.tool.driver;
  for (const rule of rules) assert.ok(rule.help.text.length > 20 && rule.help.markdown, rule.id);
  const seen = new Set();
  let fixes = 0;
  for (const result of run.results) {
    assert.equal(rules[result.ruleIndex].id, result.ruleId);
    const [{ physicalLocation }] = result.locations;
    for (const place of [...result.locations, ...(result.relatedLocations ?? [])]) holds(place);
    for (const { artifactChanges } of result.fixes ?? []) {
      fixes += 1;
      assert.ok(artifactChanges[0].replacements[0].deletedRegion.endColumn > 0);
    }
    const print = `${physicalLocation.artifactLocation.uri} ${result.partialFingerprints['xushiFinding/v2']}`;
    assert.ok(!seen.has(print), `two findings with one fingerprint: ${print}`);
    seen.add(print);
  }
  assert.ok(fixes > 0, 'some findings bring a fix');
}

/**
 * A place is told by lines, which hold in the file, or by name.
 * @param {{physicalLocation: any, logicalLocations?: {fullyQualifiedName: string}[]}} place
 */
function holds({ physicalLocation: { artifactLocation, region }, logicalLocations }) {
  if (region) assert.equal(wordsAt(artifactLocation.uri, region), region.snippet.text);
  else assert.match(logicalLocations?.[0]?.fullyQualifiedName ?? '', /\d/);
}

/**
 * The words of a region, read from the file as a viewer would: lines and code points.
 * @param {string} uri
 * @param {{startLine: number, startColumn: number, endLine: number, endColumn: number}} region
 */
function wordsAt(uri, { startLine, startColumn, endLine, endColumn }) {
  const file = uri.startsWith('file:') ? fileURLToPath(uri) : decodeURIComponent(uri);
  const text = new TextDecoder(encodingOf(readFileSync(file))).decode(readFileSync(file));
  const lines = text.split(/(?<=\r\n|\n|\r(?!\n))/);
  const [first, ...rest] = lines.slice(startLine - 1, endLine);
  if (rest.length === 0) return [...(first ?? '')].slice(startColumn - 1, endColumn - 1).join('');
  const last = rest.pop() ?? '';
  return [...(first ?? '')].slice(startColumn - 1).join('') + rest.join('') + [...last].slice(0, endColumn - 1).join('');
}

/** @param {Buffer} bytes */
function encodingOf(bytes) {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le';
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    return 'utf-8';
  } catch {
    return 'gb18030';
  }
}

/** The schema is of draft 4. */
function validator() {
  const schema = require('@microsoft/jest-sarif/lib/schemas/sarif-2.1.0-rtm.5.json');
  const ajv = new Ajv({ schemaId: 'id', meta: false, unknownFormats: 'ignore', logger: false });
  ajv.addMetaSchema(require('ajv/lib/refs/json-schema-draft-04.json'));
  return ajv.compile(schema);
}
