// What the build makes under www/generated/, so that types are checked before it ran, too.

declare module '*/generated/tables.js' {
  export const zh: Record<string, string>;
  export const en: Record<string, string>;
  export const profiles: Record<string, { kinds: readonly string[]; leavesOut: readonly string[] }>;
}

declare module '*/generated/samples.js' {
  export const samples: { file: string; title: string; characters: number; shape: string }[];
}

declare module '*/generated/readers/readers.js' {
  export default function init(): Promise<unknown>;
  export function read(name: string, bytes: Uint8Array): import('./office/types.js').ReadFile[];
  export function comment(bytes: Uint8Array, places: Uint32Array, words: string[], author: string): Uint8Array<ArrayBuffer>;
  export function refusal(isEncrypted: boolean): import('./core/types.js').Said;
  export class Pages {
    describe(title: string, author: string, date: string): void;
    add(width: number, height: number, numbers: Float32Array, texts: string): void;
    read(name: string): import('./office/types.js').ReadFile;
  }
}

declare module '*/generated/writers/writers.js' {
  export default function init(): Promise<unknown>;
  export function write(kind: string, table: import('./export/writers.js').Table): Uint8Array<ArrayBuffer>;
}

declare module '*/generated/wasm/xushi.js' {
  export default function init(): Promise<unknown>;
  export class Engine {
    constructor(dictionary: Uint8Array);
    warmUp(): void;
    analyze(
      name: string,
      bytes: Uint8Array,
      progress: (done: number, documents: number) => void,
      kept?: Uint32Array,
      stated?: Uint32Array,
    ): import('../../schema/contract').Analysis;
    analyzeToJson(name: string, bytes: Uint8Array, kept?: Uint32Array, stated?: Uint32Array): string;
    ledger(name: string, bytes: Uint8Array, kept?: Uint32Array, stated?: Uint32Array): import('../../schema/contract').Ledger[];
    free(): void;
  }
}

/** The page's fixed words in English: in `first.js` alone. */
declare const ENGLISH_WORDS: Record<string, string>;
