/** The numbers of a classifier's weights as a graph has them. */
export interface ClassifierWeights {
  readonly weights: Float32Array;
  /** Of 8-bit weights: one for all, or one for each class. */
  readonly scale?: Float32Array | undefined;
  readonly zeroPoint?: Float32Array | undefined;
  /** A row for each class, one behind the other; else a column. */
  readonly isClassFirst: boolean;
}

export interface DirectionQuestion {
  /** By their places among the scores. */
  readonly classes: readonly number[];
  /** Of every class, in a picture. */
  readonly probabilities: Float32Array;
}

/**
 * By channel, what speaks for the classes rather than for any: the mean of their weights, by their probabilities, less
 * the mean of all classes' weights. What is added to all scores alike changes no probability, so it says nothing.
 */
export function toDirection(
  { weights, scale, zeroPoint, isClassFirst }: ClassifierWeights,
  { classes, probabilities }: DirectionQuestion,
): Float32Array {
  const count = probabilities.length;
  const channels = weights.length / count;
  const shares = sharesOf(classes, probabilities);
  const factors = shares.map((share, at) => share * (each(scale, at) ?? 1));
  const [classStep, channelStep] = isClassFirst ? [channels, 1] : [1, count];
  return Float32Array.from({ length: channels }, (_, channel) =>
    factors.reduce((sum, factor, at) => {
      const weight = weights[at * classStep + channel * channelStep]!;
      return sum + factor * (weight - (each(zeroPoint, at) ?? 0));
    }, 0),
  );
}

/** How much the weights of each class count; all of it is 0 together. */
function sharesOf(classes: readonly number[], probabilities: Float32Array): number[] {
  const shares = Array.from(probabilities, () => -1 / probabilities.length);
  const sum = classes.reduce((total, at) => total + probabilities[at]!, 0);
  // A family that the model sees nothing of is asked about evenly.
  for (const at of classes) shares[at]! += sum > 0 ? probabilities[at]! / sum : 1 / classes.length;
  return shares;
}

function each(values: Float32Array | undefined, at: number): number | undefined {
  return values?.length === 1 ? values[0] : values?.[at];
}
