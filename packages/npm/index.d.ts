import type { Analysis, Ledger, TextComparison } from './core/contract';

export type * from './core/contract';

/** A text, or the bytes of a file of plain text in any encoding. */
export type Text = string | Uint8Array;

export interface Named {
  /** Of the file, as the analysis repeats it; `text.txt` if it is not said. */
  name?: string;
}

/** One document of two that are compared. */
export interface Side extends Named {
  text: Text;
  /** Which of the documents in the text, from 0. */
  document?: number;
}

export interface Comparing {
  /** Which comparison; found by dates and places if it is not said. */
  kind?: 'promise' | 'level' | 'wording';
  /** Whether the first is the earlier or upper one, whatever dates and places say. */
  asGiven?: boolean;
}

/** A text that could not be read: why, in Chinese (`message`) and in English. */
export class Refusal extends Error {
  readonly messageEn: string;
}

/** The core with its dictionary. Spans count UTF-16 code units, as JavaScript does. */
export class Xushi {
  private constructor();
  /** @throws {Refusal} */
  analyze(text: Text, options?: Named & { progress?: (done: number, documents: number) => void }): Analysis;
  /** The analysis as `xushi analyze --format json` prints it, byte for byte. @throws {Refusal} */
  json(text: Text, options?: Named): string;
  /** The task ledger of each document. @throws {Refusal} */
  ledger(text: Text, options?: Named): Ledger[];
  /** @throws {Refusal} */
  compare(first: Side, second: Side, options?: Comparing): TextComparison;
  /** Gives back its memory; it answers no more. */
  close(): void;
}

/** Loads module and dictionary, from beside the package unless other places are named; `xushi/bundler` holds both. */
export function open(where?: { module?: string | URL; dictionary?: string | URL }): Promise<Xushi>;
