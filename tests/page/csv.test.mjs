import assert from 'node:assert/strict';
import { test } from 'node:test';
import { disarm, toCsv, toTabs } from '../../www/js/export/csv.js';

test('cells with commas, quotes and line ends are quoted; lines end with CRLF', () => {
  assert.equal(toCsv([['a', 'b,c'], ['d"e', 'f\ng']]), '\uFEFFa,"b,c"\r\n"d""e","f\ng"\r\n');
});

test('what a spreadsheet would run is disarmed; a signed number is left alone', () => {
  assert.equal(disarm('=HYPERLINK("http://x")'), '\'=HYPERLINK("http://x")');
  assert.equal(disarm('@SUM(A1)'), "'@SUM(A1)");
  assert.equal(disarm('-1+2'), "'-1+2");
  assert.equal(disarm('-1.5%'), '-1.5%');
  assert.equal(disarm('增长7%'), '增长7%');
});

test('tabs and line ends inside a cell do not divide it', () => {
  assert.equal(toTabs([['a\tb', 'c\nd']]), 'a b\tc d');
});
