/** Logarithms go no lower, so that a probability of 0 stays a number; what is smaller is 0 to a 32-bit float. */
const LEAST = 1e-38;

/** One row of class scores as probabilities: scores / temperature through a softmax. */
export function toProbabilities(logits: Float32Array, temperature: number): Float32Array {
  // Subtracting the largest first keeps `exp` from overflowing; the result is the same.
  const largest = logits.reduce((a, b) => Math.max(a, b), -Infinity);
  const powers = logits.map((logit) => Math.exp((logit - largest) / temperature));
  const sum = powers.reduce((a, b) => a + b, 0);
  return powers.map((power) => power / sum);
}

/** What a softmax made of scores, as scores again: their differences are those of the scores that went in. */
export function toLogits(probabilities: Float32Array): Float32Array {
  return probabilities.map((probability) => Math.log(Math.max(probability, LEAST)));
}
