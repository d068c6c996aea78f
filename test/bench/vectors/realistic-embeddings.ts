/**
 * @file Embeddings as a large library has them, made from those of real photos.
 *
 * Real libraries have bursts (nearly the same picture several times), themes (photos that share something) and
 * much that is alone. So each row is one of three: 15 % repeat the row before with a perturbation of 2 % of its
 * length; 60 % mix a real embedding with one of its 20 nearest neighbours, in a proportion drawn evenly, and are
 * perturbed by 15 %; the rest mix two that are drawn anywhere, perturbed by 25 %. A perturbation is a mixture of
 * differences between real embeddings, so that it stays where real embeddings differ; all is seeded.
 */
export interface EmbeddingSource {
  /** Writes the row and returns its place in `into`. Rows must be asked for in order. */
  next(into: Float32Array, at: number): void;
}

const NEIGHBOURS = 20;
const DIFFERENCES = 4;

export function realisticEmbeddings(real: readonly Float32Array[], seed = 1): EmbeddingSource {
  let state = seed;
  const random = () => (state = (state * 48_271) % 2_147_483_647) / 2_147_483_647;
  const pick = () => Math.floor(random() * real.length);
  const near = real.map((row) => nearestOf(row, real));
  const size = real[0]!.length;
  const row = new Float32Array(size);
  let last = real[0]!.slice();

  function mix(a: Float32Array, b: Float32Array, share: number): void {
    for (let k = 0; k < size; k++) row[k] = a[k]! * share + b[k]! * (1 - share);
  }

  function perturb(share: number): void {
    for (let n = 0; n < DIFFERENCES; n++) {
      const [a, b] = [real[pick()]!, real[pick()]!];
      const factor = (share * (random() * 2 - 1)) / Math.sqrt(DIFFERENCES);
      for (let k = 0; k < size; k++) row[k]! += (a[k]! - b[k]!) * factor;
    }
  }

  return {
    next(into, at) {
      const kind = random();
      if (kind < 0.15) {
        row.set(last);
        perturb(0.02);
      } else if (kind < 0.75) {
        const first = pick();
        const others = near[first]!;
        mix(real[first]!, real[others[Math.floor(random() * others.length)]!]!, random());
        perturb(0.15);
      } else {
        mix(real[pick()]!, real[pick()]!, random());
        perturb(0.25);
      }
      normalise(row);
      last = row.slice();
      into.set(row, at);
    },
  };
}

/** A global average pool after a ReLU is never below zero; and unit length. */
function normalise(row: Float32Array): void {
  let square = 0;
  for (let k = 0; k < row.length; k++) {
    row[k] = Math.max(0, row[k]!);
    square += row[k]! * row[k]!;
  }
  const length = Math.sqrt(square) || 1;
  for (let k = 0; k < row.length; k++) row[k]! /= length;
}

function nearestOf(row: Float32Array, real: readonly Float32Array[]): number[] {
  const dots = real.map((other) => other.reduce((sum, value, k) => sum + value * row[k]!, 0));
  return [...real.keys()].sort((a, b) => dots[b]! - dots[a]!).slice(1, NEIGHBOURS + 1);
}
