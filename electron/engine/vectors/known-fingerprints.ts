const FEWEST_SLOTS = 1024;

/**
 * A set of fingerprints in eight bytes each, by 64 bits of hash: a million of them take 32 MB at most. That two of a
 * million share their hash has a chance of 3 in 10⁸.
 */
export class KnownFingerprints {
  /** High and low half of each hash beside each other; both 0 is free. Open addressing, at most half full. */
  #slots = new Uint32Array(2 * FEWEST_SLOTS);
  #count = 0;

  has(fingerprint: string): boolean {
    const { high, low } = hash(fingerprint);
    return this.#slots[this.#find(high, low) + 1] !== 0;
  }

  add(fingerprint: string): void {
    const { high, low } = hash(fingerprint);
    this.#put(high, low);
    if (this.#count * 4 > this.#slots.length) this.#widen();
  }

  #put(high: number, low: number): void {
    const at = this.#find(high, low);
    if (this.#slots[at + 1] === 0) this.#count++;
    this.#slots[at] = high;
    this.#slots[at + 1] = low;
  }

  #widen(): void {
    const old = this.#slots;
    this.#slots = new Uint32Array(2 * old.length);
    this.#count = 0;
    for (let at = 0; at < old.length; at += 2)
      if (old[at + 1] !== 0) this.#put(old[at]!, old[at + 1]!);
  }

  /** Where it is, or the free slot where it would be. */
  #find(high: number, low: number): number {
    const slots = this.#slots;
    const mask = slots.length / 2 - 1;
    let slot = low & mask;
    for (;;) {
      const at = 2 * slot;
      if (slots[at + 1] === 0 || (slots[at] === high && slots[at + 1] === low)) return at;
      slot = (slot + 1) & mask;
    }
  }
}

/** Two independent FNV-1a hashes; the low half is never 0. */
function hash(fingerprint: string): { high: number; low: number } {
  let high = 0x811c9dc5;
  let low = 0x01000193;
  for (let at = 0; at < fingerprint.length; at++) {
    const code = fingerprint.charCodeAt(at);
    high = Math.imul(high ^ code, 0x01000193);
    low = Math.imul(low ^ code, 0x5bd1e995);
    low ^= low >>> 15;
  }
  return { high: high >>> 0, low: low >>> 0 || 1 };
}
