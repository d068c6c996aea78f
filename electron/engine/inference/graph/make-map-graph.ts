import { LibraryError } from "../../../contract/errors.ts";
import { MAP_NAMES, type MapName } from "../maps/picture-maps.ts";
import type { ResolvedModel } from "../models/resolved-model.ts";
import { Fragment } from "./expose-outputs.ts";
import { findClassifier, isClassFirst, isClassifier, type Classifier } from "./find-classifier.ts";
import { findMap } from "./find-map.ts";
import { mapWidths } from "./map-widths.ts";
import type { Graph } from "./onnx-graph.ts";
import { weightScaleOf, weightsOf } from "./operators.ts";
import { readGraph } from "./read-graph.ts";

/** Names of outputs that give the classifier's weights. */
export interface WeightOutputs {
  readonly weights: string;
  /** What 8-bit weights are multiplied by, once or for each class, and what is subtracted before. */
  readonly scale?: string;
  readonly zeroPoint?: string;
  /** A row of weights for each class; else a column. */
  readonly isClassFirst: boolean;
}

/** A model that also gives its maps. */
export interface MapGraph {
  readonly bytes: Uint8Array;
  /** Names of outputs [N, channels, rows, columns]. */
  readonly maps: Partial<Record<MapName, string>> & { readonly embedding: string };
  /** Absent where the scores are not made of the embedding by one layer. */
  readonly classifier?: WeightOutputs;
}

export const MEAN_OF_MAP = "a map of the picture whose mean is the embedding";

/**
 * Adds the maps that embedding and stages are the means of, and the classifier's weights, to the bytes of a model's
 * runnable file. Indexing runs without them. Throws `explanation-impossible` where the embedding is no mean of a map.
 */
export function makeMapGraph(model: ResolvedModel, bytes: Uint8Array): MapGraph {
  const graph = readGraph(model.filePath, bytes);
  const fragment = new Fragment(graph);
  const widths = mapWidths(graph);
  const found = new Map<MapName, string>();
  for (const name of MAP_NAMES) {
    const output = model.outputs[name];
    const map = output === undefined ? undefined : findMap(graph, output);
    if (map !== undefined) found.set(name, map);
  }
  const expose = (name: MapName) => {
    const tensor = found.get(name);
    if (tensor === undefined) return undefined;
    return fragment.addMap({ name: `map.${name}`, tensor, size: widths.get(tensor) });
  };
  const embedding = expose("embedding");
  if (embedding === undefined) {
    throw impossible(model, { expected: MEAN_OF_MAP, got: "none" });
  }
  const [stage2, stage3] = [expose("stage2"), expose("stage3")];
  const classifier = addClassifier(graph, fragment, {
    scores: model.outputs.scores,
    map: found.get("embedding"),
  });
  return {
    bytes: Buffer.concat([bytes, fragment.toBytes()]),
    maps: { embedding, ...(stage2 && { stage2 }), ...(stage3 && { stage3 }) },
    ...(classifier && { classifier }),
  };
}

/** The error of a model that cannot say where anything is. */
export function impossible(
  { sourcePath }: ResolvedModel,
  { expected, got }: { readonly expected: string; readonly got: string },
): LibraryError {
  const message = `Expected ${expected} in ${sourcePath} but got ${got}`;
  return new LibraryError("explanation-impossible", message);
}

/** Only of a classifier that reads the mean of the same map: of others the map says nothing. */
function addClassifier(
  graph: Graph,
  fragment: Fragment,
  { scores, map }: { readonly scores: string; readonly map: string | undefined },
): WeightOutputs | undefined {
  const classifier = findClassifier(graph, scores);
  if (!isClassifier(classifier) || findMap(graph, classifier.embedding) !== map) return undefined;
  const node = layerOf(graph, classifier);
  const weights = node && weightsOf(graph, node);
  if (!node || weights === undefined) return undefined;
  const coded = weightScaleOf(node);
  const expose = (name: string, tensor: string) => fragment.addConstant({ name, tensor });
  return {
    weights: expose("weights", weights),
    ...(coded && { scale: expose("weights.scale", coded.scale) }),
    ...(coded?.zeroPoint !== undefined && {
      zeroPoint: expose("weights.zero", coded.zeroPoint),
    }),
    isClassFirst: isClassFirst(node),
  };
}

function layerOf(graph: Graph, { embedding, embeddingSize, classes }: Classifier) {
  return graph.consumersOf(embedding).find((node) => {
    const sizes = graph.sizesOf(weightsOf(graph, node) ?? "");
    return sizes?.includes(embeddingSize) && sizes.includes(classes);
  });
}
