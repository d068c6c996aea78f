/** What the model says of one photo. */
export interface Inference {
  /** Unit length. */
  readonly embedding: Float32Array;
  /** Means of the 2nd and 3rd residual stage, unit length; absent where the model does not expose them. */
  readonly stage2?: Float32Array;
  readonly stage3?: Float32Array;
  /** Softmax over the model's classes, in its order. */
  readonly probabilities: Float32Array;
}
