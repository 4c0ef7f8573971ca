/**
 * The core as a class: one answer for one text, the same that the page and the command line give.
 */
import init, { Engine, Side } from './core/xushi.js';

/** @typedef {string | Uint8Array} Text a text, or the bytes of a file of plain text in any encoding */
/** @typedef {{name?: string}} Named `name`: of the file, as the analysis repeats it */

/** A text that could not be read, or a dictionary that is none: why, in Chinese and in English. */
export class Refusal extends Error {
  /** @param {string} message @param {string} messageEn */
  constructor(message, messageEn) {
    super(message);
    this.name = 'Refusal';
    this.messageEn = messageEn;
  }
}

export class Xushi {
  #engine;

  /** @param {Engine} engine */
  constructor(engine) {
    this.#engine = engine;
  }

  /**
   * @param {Response | Promise<Response> | BufferSource} module
   * @param {Uint8Array} dictionary packed or not
   */
  static async from(module, dictionary) {
    const [unpacked] = await Promise.all([inflated(dictionary), init({ module_or_path: module })]);
    return new Xushi(refusing(() => new Engine(unpacked)));
  }

  /** @param {Text} text @param {Named & {progress?: (done: number, documents: number) => void}} [options] */
  analyze(text, { name = NAME, progress = () => {} } = {}) {
    return refusing(() => this.#engine.analyze(name, bytesOf(text), progress));
  }

  /** @param {Text} text @param {Named} [options] */
  json(text, { name = NAME } = {}) {
    return refusing(() => this.#engine.analyzeToJson(name, bytesOf(text)));
  }

  /** @param {Text} text @param {Named} [options] */
  ledger(text, { name = NAME } = {}) {
    return refusing(() => this.#engine.ledger(name, bytesOf(text)));
  }

  /**
   * @param {Named & {text: Text, document?: number}} first
   * @param {Named & {text: Text, document?: number}} second
   * @param {{kind?: string, asGiven?: boolean}} [options]
   */
  compare(first, second, { kind = '', asGiven = false } = {}) {
    const sides = [first, second].map(({ name = NAME, text, document = 0 }) => new Side(name, bytesOf(text), undefined, undefined, document));
    try {
      return refusing(() => this.#engine.compare(sides[0], sides[1], kind, asGiven));
    } finally {
      for (const side of sides) side.free();
    }
  }

  close() {
    this.#engine.free();
  }
}

const NAME = 'text.txt';

/** @param {Text} text */
const bytesOf = (text) => (typeof text === 'string' ? new TextEncoder().encode(text) : text);

/**
 * Bytes that gzip has packed, unpacked: a host that declares it as an encoding has done so on the way.
 *
 * @param {Uint8Array} packed
 */
export async function inflated(packed) {
  if (packed[0] !== 0x1f || packed[1] !== 0x8b) return packed;
  const unpacked = new Blob([packed]).stream().pipeThrough(new DecompressionStream('gzip'));
  return new Uint8Array(await new Response(unpacked).arrayBuffer());
}

/** What the core refuses is a refusal here; anything else is a fault. @template T @param {() => T} work @returns {T} */
function refusing(work) {
  try {
    return work();
  } catch (error) {
    if (typeof error?.messageEn !== 'string') throw error;
    throw new Refusal(error.message, error.messageEn);
  }
}
