import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { divided, dropped, inserted, merged, pasted, sentencesOf, spread, written } from '../../www/js/ledger/changes.js';
import { blockOf } from '../../www/js/ledger/clipboard.js';
import { commonYear, deadlinesIn } from '../../www/js/ledger/dates.js';
import { NO_STEPS, recorded, stepBetween, stepped } from '../../www/js/ledger/history.js';
import { renewed } from '../../www/js/ledger/renew.js';
import { BLANK, missingOf, namesIn } from '../../www/js/ledger/rows.js';

const BETWEEN = '、';

/** @param {number} id @param {Partial<Record<string, string>>} [cells] @returns {import('../../www/js/ledger/types.js').Row} */
function row(id, cells = {}) {
  const whole = { ...BLANK, source: '一、产业', content: `任务${id}。`, ...cells };
  return { id, entry: 1, document: 0, title: '方案', number: '', span: { start: id, end: id + 1 }, task: id, origin: `${whole.source}\n\n${whole.content}`, cells: whole, first: whole };
}

const contents = (rows) => rows.map(({ cells }) => cells.content);

describe('what can be done to rows', () => {
  test('a cell is written, and no other row is another one', () => {
    const rows = [row(1), row(2)];
    const after = written(rows, new Set([2]), 'lead', '县水利局');
    assert.equal(after[0], rows[0]);
    assert.equal(after[1]?.cells.lead, '县水利局');
    assert.equal(written(after, new Set([2]), 'lead', '县水利局')[1], after[1]);
  });

  test('merging joins texts and names each unit once, a lead no second time', () => {
    const [one] = merged([row(1, { lead: '甲局', others: '乙局', deadline: '2026年6月' }), row(2, { lead: '丙局', others: '甲局、丁局', deadline: '2026年6月' })], new Set([1, 2]), BETWEEN);
    assert.equal(one?.cells.content, '任务1。任务2。');
    assert.equal(one?.cells.lead, '甲局、丙局');
    assert.equal(one?.cells.others, '乙局、丁局');
    assert.equal(one?.cells.deadline, '2026年6月');
    assert.deepEqual(one?.span, { start: 1, end: 3 });
  });

  test('a row is split at its sentences, its targets go to those that name them', () => {
    const cells = { content: '建成水厂3座。培训人员120人次。', target: '水厂 3座\n人员 120人次', lead: '县水利局' };
    let next = 10;
    const rows = divided([row(1, cells)], row(1, cells), sentencesOf(cells.content), () => (next += 1));
    assert.deepEqual(contents(rows), ['建成水厂3座。', '培训人员120人次。']);
    assert.deepEqual(rows.map(({ cells: { target, lead } }) => [target, lead]), [['水厂 3座', '县水利局'], ['人员 120人次', '县水利局']]);
  });

  test('parts between semicolons are sentences where there is one full stop', () => {
    assert.deepEqual(sentencesOf('新建水厂3座；改造水厂5座。'), ['新建水厂3座；', '改造水厂5座。']);
    assert.deepEqual(sentencesOf('实施“放心水。”行动。建成一处。'), ['实施“放心水。”', '行动。', '建成一处。']);
    assert.deepEqual(sentencesOf('只有一句'), ['只有一句']);
  });

  test('what a cell says goes to the empty cells of its own section alone', () => {
    const rows = [row(1, { lead: '县水利局' }), row(2), row(3, { lead: '县财政局' }), row(4, { source: '二、保障' })];
    assert.deepEqual(spread(rows, /** @type {any} */ (rows[0]), 'lead').map(({ cells }) => cells.lead), ['县水利局', '县水利局', '县财政局', '']);
  });

  test('rows are added in the section of the one before, and dropped', () => {
    const rows = inserted([row(1), row(2)], row(1), 9);
    assert.deepEqual(rows.map(({ id, cells }) => [id, cells.source, cells.content]), [[1, '一、产业', '任务1。'], [9, '一、产业', ''], [2, '一、产业', '任务2。']]);
    assert.deepEqual(dropped(rows, new Set([1, 9])).map(({ id }) => id), [2]);
  });

  test('a block of a sheet is pasted from a cell on', () => {
    const block = blockOf('甲局\t"乙局\n""丙""局"\r\n丁局\t\r\n');
    assert.deepEqual(block, [['甲局', '乙局\n"丙"局'], ['丁局', '']]);
    const rows = pasted([row(1), row(2, { others: '有' }), row(3)], [1, 2, 3], 'lead', block);
    assert.deepEqual(rows.map(({ cells: { lead, others } }) => [lead, others]), [['甲局', '乙局\n"丙"局'], ['丁局', ''], ['', '']]);
  });
});

describe('the history of a sheet', () => {
  test('a step goes back and forth, whatever it did', () => {
    const rows = [row(1), row(2), row(3), row(4)];
    const after = merged(written(rows, new Set([4]), 'note', '抓紧'), new Set([2, 3]), BETWEEN);
    const step = stepBetween(rows, after);
    assert.ok(step);
    const back = stepped(recorded(NO_STEPS, step), after, 'undo');
    assert.deepEqual(back?.rows, rows);
    assert.deepEqual(back && stepped(back.history, back.rows, 'redo')?.rows, after);
    assert.equal(stepBetween(rows, [...rows]), null);
  });
});

describe('rows of a text that was read again', () => {
  const came = [1, 2, 3].map((id) => row(id).origin ?? '');

  test('edits stay, what was dropped stays away, and what is new stands in its place', () => {
    const before = written([row(1), row(3)], new Set([3]), 'lead', '县水利局');
    const fresh = [row(21, { content: '任务1。' }), row(22, { content: '新的任务。' }), row(23, { content: '任务2。' }), row(24, { content: '任务3。' })];
    const rows = renewed(before, came, fresh);
    assert.deepEqual(contents(rows), ['任务1。', '新的任务。', '任务3。']);
    assert.equal(rows[2]?.cells.lead, '县水利局');
    assert.deepEqual(rows.map(({ span }) => span?.start), [21, 22, 24]);
  });

  test('a row whose sentence is gone stays where the reader wrote something, with no place', () => {
    const before = [...written([row(1), row(2)], new Set([2]), 'note', '已办'), { ...row(8), origin: null }];
    const rows = renewed(before, came.slice(0, 2), [row(31, { content: '任务1。' })]);
    assert.deepEqual(rows.map(({ cells: { content, note }, span }) => [content, note, span === null]), [['任务1。', '', false], ['任务2。', '已办', true], ['任务8。', '', true]]);
  });
});

describe('what cells say', () => {
  test('units are told apart, without the role before them', () => {
    assert.deepEqual(namesIn('县水利局、县财政局；配合：各乡镇,县水利局'), ['县水利局', '县财政局', '各乡镇']);
  });

  test('an owner in either column is an owner', () => {
    assert.deepEqual(missingOf(row(1, { others: '甲局', target: '水厂 3座' })), ['deadline']);
    assert.deepEqual(missingOf(row(1, { deadline: '每季度' })), ['owner', 'measure']);
  });

  test('deadlines are points in time as far as they name one', () => {
    const points = deadlinesIn('2026年6月30日；9月底前；2026年第1季度；2027年；长期坚持；2026年上半年', 2026).map(({ point }) => point && `${point.month}${point.isYear ? '*' : ''} ${point.quarter}`);
    assert.deepEqual(points, ['2026-06 2', '2026-09 3', '2026-03 1', '2027-12* 4', null, '2026-06 2']);
    assert.equal(deadlinesIn('2025年3月—2026年5月', 2026)[0]?.point?.month, '2026-05');
    assert.equal(commonYear(['2025年', '2026年6月', '2026年', '每月']), 2026);
  });
});
