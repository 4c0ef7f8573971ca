import type { Analysis, Comparing, Ledger, Named, Side, Text, TextComparison } from './index';

export type * from './index';
export { Refusal } from './index';

/** As `Xushi`, in a worker: each answer is a promise, which rejects with a `Refusal` where a text could not be read. */
export interface XushiWorker {
  analyze(text: Text, options?: Named): Promise<Analysis>;
  json(text: Text, options?: Named): Promise<string>;
  ledger(text: Text, options?: Named): Promise<Ledger[]>;
  compare(first: Side, second: Side, options?: Comparing): Promise<TextComparison>;
  /** Ends the worker; what it was asked is rejected. */
  close(): unknown;
}

/** Starts a worker, which loads module and dictionary for itself. */
export function openWorker(): XushiWorker;
