/** Scores whose sum is this close to 1, none of them negative, have been through a softmax already. */
const TOLERANCE = 1e-3;

/** One row of class scores as probabilities: scores / temperature through a softmax. */
export function toProbabilities(scores: Float32Array, temperature: number): Float32Array {
  if (areProbabilities(scores)) return scores.slice();
  // Subtracting the largest first keeps `exp` from overflowing; the result is the same.
  const largest = scores.reduce((a, b) => Math.max(a, b), -Infinity);
  const powers = scores.map((score) => Math.exp((score - largest) / temperature));
  const sum = powers.reduce((a, b) => a + b, 0);
  return powers.map((power) => power / sum);
}

/** Some published graphs end with their softmax; a second one would make every class equally likely. */
function areProbabilities(scores: Float32Array): boolean {
  const sum = scores.reduce((a, b) => a + b, 0);
  return Math.abs(sum - 1) < TOLERANCE && scores.every((score) => score >= 0);
}
