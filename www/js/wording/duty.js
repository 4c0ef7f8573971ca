import { periodName } from './period.js';

/**
 * Who is to act and by when, in words.
 *
 * @typedef {import('../core/types.js').Task} Task
 * @typedef {import('../core/say.js').Say} Say
 * @typedef {import('../core/types.js').Language} Language
 */

/** The roles of owners, as they are told. */
const ROLES = /** @type {const} */ (['lead', 'responsible', 'support']);

/**
 * The owners of a task: by role where several play one (牵头：甲；配合：乙、丙), else their names alone.
 *
 * @param {Task | undefined} task
 * @param {Language} language
 * @param {Say} say
 */
export function ownerNames(task, language, say) {
  const owners = task?.owners ?? [];
  const [between, after] = language === 'zh' ? ['、', '；'] : [', ', '; '];
  const names = (/** @type {string} */ role) =>
    owners.filter((owner) => owner.role === role).map((owner) => owner.name);
  if (owners.every((owner) => owner.role === 'responsible')) return names('responsible').join(between);
  return ROLES.filter((role) => names(role).length > 0)
    .map((role) => say.text(`owner.${role}`, { names: names(role).join(between) }))
    .join(after);
}

/**
 * The deadlines of a task; the words as they stand where no year is told.
 *
 * @param {Task | undefined} task
 * @param {Language} language
 * @param {Say} say
 */
export function deadlineNames(task, language, say) {
  const told = (task?.deadlines ?? []).map(({ value, text }) => periodName(value, say) || text);
  return told.join(language === 'zh' ? '、' : ', ');
}

/**
 * What deadlines are sorted by: the first.
 *
 * @param {Task} task
 */
export function firstDeadline({ deadlines }) {
  return deadlines.map(({ value, text }) => value ?? text).sort()[0] ?? '';
}
