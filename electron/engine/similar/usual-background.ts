import type { Background } from "./background.ts";

/**
 * The background of the starter's embeddings (int8) over 91 photos of many kinds, by many cameras (`camera`, `rclip`
 * and `png` of the labelled set that test/bench/similar/bands.bench.ts reads). It stands for libraries that are too
 * small to have one of their own, and, because the embeddings of residual networks are much alike in this, for other
 * models there too.
 */
export const usualBackground: Background = {
  chance: { embedding: 0.417, stage2: 0.925, stage3: 0.74 },
  depths: [
    { median: 0.883, q90: 0.929, q99: 0.953, q999: 0.988 },
    { median: 0.873, q90: 0.921, q99: 0.946, q999: 0.987 },
    { median: 0.861, q90: 0.911, q99: 0.938, q999: 0.986 },
    { median: 0.846, q90: 0.899, q99: 0.929, q999: 0.984 },
    { median: 0.827, q90: 0.884, q99: 0.918, q999: 0.983 },
    { median: 0.804, q90: 0.867, q99: 0.905, q999: 0.98 },
    { median: 0.774, q90: 0.844, q99: 0.888, q999: 0.977 },
    { median: 0.733, q90: 0.813, q99: 0.866, q999: 0.972 },
    { median: 0.674, q90: 0.768, q99: 0.835, q999: 0.966 },
    { median: 0.582, q90: 0.698, q99: 0.783, q999: 0.956 },
    { median: 0.417, q90: 0.574, q99: 0.693, q999: 0.938 },
  ],
};
