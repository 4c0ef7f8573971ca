import assert from 'node:assert/strict';
import { readdir, readFile } from 'node:fs/promises';
import { test } from 'node:test';
import { TABLES } from '../../www/js/tables/tabs.js';
import { amount } from '../../www/js/wording/amount.js';
import { indicatorName } from '../../www/js/wording/indicator.js';
import { periodName } from '../../www/js/wording/period.js';

const at = (/** @type {string} */ path) => new URL(`../../${path}`, import.meta.url);
const tables = await Promise.all((await readdir(at('data/strings'))).map((name) => readFile(at(`data/strings/${name}`), 'utf8')));
const lines = tables.flatMap((table) => table.split('\n'));
const rows = lines.filter((line) => line && !line.startsWith('#')).map((line) => line.split('\t'));

/** @param {'zh' | 'en'} language */
function say(language) {
  const strings = new Map(rows.map(([key, zh, en]) => [key, language === 'zh' ? zh : en]));
  return {
    known: (key) => strings.get(key) ?? null,
    text: (key, values = {}) => (strings.get(key) ?? key).replace(/\{(\w+)\}/g, (_, name) => String(values[name])),
    of: (said) => said[language],
    number: String,
  };
}

const claim = (fields) => ({ value: 0, unit: null, bound: 'exact', measure: 'level', ...fields });
const zh = (fields) => amount(claim(fields), 'zh', say('zh'));
const en = (fields) => amount(claim(fields), 'en', say('en'));

test('amounts read as people write them', () => {
  assert.equal(zh({ value: 1.2e12, unit: '元' }), '1.2万亿元');
  assert.equal(zh({ value: 12_000_000_000, unit: '元', bound: 'at_least' }), '120亿元以上');
  assert.equal(zh({ value: 63_800, unit: '亩' }), '6.38万亩');
  assert.equal(zh({ value: 1500, unit: '人', bound: 'about' }), '约1500人');
  assert.equal(zh({ value: -1.2, unit: '%', measure: 'growth' }), '下降1.2%');
  assert.equal(zh({ value: 8, unit: '%', measure: 'growth', bound: 'at_least' }), '增长8%以上');
  assert.equal(zh({ value: 0.5, unit: 'pp', measure: 'change' }), '增加0.5个百分点');
  assert.equal(zh({ value: 40, unit: '%', measure: 'share' }), '占40%');
  assert.equal(zh({ value: 3, unit: '位', measure: 'rank' }), '第3位');
  assert.equal(zh({ value: 8, unit: '位', measure: 'rank', bound: 'at_most' }), '前8位');
  assert.equal(zh({ value: 10, value_max: 12, unit: '项', bound: 'range' }), '10–12项');
  assert.equal(zh({ value: 1.3e5, value_max: 1.7e5, unit: '元', bound: 'range' }), '13万元–17万元');
  assert.equal(zh({ value: 5, value_max: 6, unit: '%', bound: 'range' }), '5%–6%');
  assert.equal(zh({ value: 3.5e8, unit: '斤' }), '3.5亿斤');
  assert.equal(zh({ value: 1_205_000, unit: '亩' }), '120.5万亩');
  assert.equal(zh({ value: 123_456_789, unit: '人' }), '12345.6789万人', 'no digit is lost');
  assert.equal(zh({ value: 1_234_560_000_000, unit: '元' }), '12345.6亿元', 'no digit is lost');
  assert.equal(zh({ value: 35 }), '35');
  assert.equal(en({ value: 12_000_000_000, unit: '元', bound: 'at_least' }), '≥ 12 billion yuan');
  assert.equal(en({ value: 5.5, unit: '%', bound: 'at_most' }), '≤ 5.5%');
});

test('periods read as people write them', () => {
  const name = (period) => periodName(period, say('zh'));
  assert.equal(name('2024'), '2024年');
  assert.equal(name('2021/2025'), '2021年—2025年');
  assert.equal(name('2024-04-15'), '2024年4月15日');
  assert.equal(name('2024-Q1'), '2024年第1季度');
  assert.equal(name('2023-H1'), '2023年上半年');
  assert.equal(name('2022-01/2022-11'), '2022年1月—2022年11月');
  assert.equal(name(null), '');
  assert.equal(periodName('2021/2025', say('en')), '2021–2025');
  assert.equal(periodName('2024-02-05', say('en')), '5 Feb 2024', 'no date that is another in another country');
  assert.equal(periodName('2024-11', say('en')), 'Nov 2024');
});

test('in English a common indicator has a gloss, of what its name ends in; in Chinese it needs none', () => {
  assert.equal(indicatorName('全县地区生产总值', say('en')), '全县地区生产总值 (regional GDP)');
  assert.equal(indicatorName('工业投资', say('en')), '工业投资 (industrial investment)');
  assert.equal(indicatorName('研发投入', say('en'), '全社会研发经费投入'), '研发投入 (R&D expenditure)');
  assert.equal(indicatorName('景观石', say('en')), '景观石');
  assert.equal(indicatorName('全县地区生产总值', say('zh')), '全县地区生产总值');
});

test('English says what the Chinese signs mean that it cites', () => {
  const cited = rows.filter(([key]) => !/^header\.language|^cli\.check\.author/.test(key ?? ''));
  for (const [key, , en = ''] of cited) {
    for (const [whole, gloss] of en.matchAll(/[\p{Script=Han}…，]*\p{Script=Han}[\p{Script=Han}…]*( \(“)?/gu)) assert.ok(gloss, `${key}: ${whole}`);
  }
});

test('every table has a name, and words for where it is empty', () => {
  const keys = new Set(rows.map(([key]) => key));
  for (const table of TABLES) assert.ok(keys.has(`table.${table}`) && keys.has(`empty.${table}`), table);
});

test('every string stands in both languages', () => {
  for (const row of rows) assert.ok(row.length === 3 && row[1] && row[2], row.join(' | '));
});
