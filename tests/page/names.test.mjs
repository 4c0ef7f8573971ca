import assert from 'node:assert/strict';
import { test } from 'node:test';
import { shortened, toldApart } from '../../www/js/files/names.js';

test('one title of several is told apart by the first sign in which they differ', () => {
  const report = (...signs) => ({ title: '政府工作报告', signs });
  assert.deepEqual(
    toldApart([report('云岭县', '2024'), report('青石县', '2024'), { title: '讲话', signs: ['云岭县'] }]),
    ['政府工作报告 · 云岭县', '政府工作报告 · 青石县', '讲话'],
  );
  assert.deepEqual(toldApart([report('云岭县', '2023'), report('云岭县', '2024')]), ['政府工作报告 · 2023', '政府工作报告 · 2024']);
  assert.deepEqual(toldApart([report(''), report('')]), ['政府工作报告', '政府工作报告']);
});

test('a beginning that names share is left out, and enough stays of each', () => {
  assert.deepEqual(shortened(['在全县经济会议上', '在全县安全会议上', '通知']), ['…经济会议上', '…安全会议上', '通知']);
  assert.deepEqual(shortened(['工作报告', '工作报告（二）']), ['工作报告', '工作报告（二）']);
  assert.deepEqual(shortened(['政府工作报告 · 甲县2020', '政府工作报告 · 甲县2021']), ['甲县2020', '甲县2021']);
  assert.deepEqual(shortened(['讲话']), ['讲话']);
});
