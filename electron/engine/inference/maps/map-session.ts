import { readFile } from "node:fs/promises";
import { Tensor, type InferenceSession } from "onnxruntime-node";
import { impossible, makeMapGraph, MEAN_OF_MAP, type MapGraph } from "../graph/make-map-graph.ts";
import type { ResolvedModel } from "../models/resolved-model.ts";
import { cosine } from "../normalise.ts";
import { createSession, toInferences } from "../session.ts";
import { meansOf } from "./means-of.ts";
import { toDirection } from "./class-direction.ts";
import type { MapName, MapQuestion, PictureMaps, SpatialMap } from "./picture-maps.ts";

/** One, so that indexing keeps the other cores. */
const THREADS = 1;
/** Eight-bit graphs round the mean once more than the map. */
const SAME = 0.99;

/** A model with its maps in memory, on the processor. */
export interface MapSession extends AsyncDisposable {
  /** Of one picture: a tensor as indexing makes it. */
  run(tensor: Float32Array, question: MapQuestion): Promise<Omit<PictureMaps, "seen">>;
}

/** Rejects with `explanation-impossible` where the model has no map, with `model-invalid` where it does not load. */
export async function openMapSession(model: ResolvedModel): Promise<MapSession> {
  // The bytes, which are as large as the file, go when the session has its own copy.
  const { bytes, ...graph } = makeMapGraph(model, await readFile(model.filePath));
  const session = await createSession(model, "cpu", { bytes, threads: THREADS });
  const { input, outputs } = model;
  return {
    async run(tensor, question) {
      const names = chooseMaps(graph, question);
      const wanted = [
        ...Object.values<string>({ ...outputs }),
        ...names.map((name) => graph.maps[name]!),
        ...(question.classes ? weightNames(model, graph) : []),
      ];
      const shape = [1, 3, input.sizePx, input.sizePx];
      const data = new Tensor("float32", tensor, shape);
      const values = await session.run({ [input.name]: data }, wanted);
      return read({ values, model, graph }, names, question);
    },
    [Symbol.asyncDispose]: () => session.release(),
  };
}

type FoundMaps = Omit<MapGraph, "bytes">;

interface Answered {
  readonly values: InferenceSession.OnnxValueMapType;
  readonly model: ResolvedModel;
  readonly graph: FoundMaps;
}

function read(
  { values, model, graph }: Answered,
  names: readonly MapName[],
  { classes }: MapQuestion,
): Omit<PictureMaps, "seen"> {
  const [inference] = toInferences(values, model, 1);
  const maps: Partial<Record<MapName, SpatialMap>> = {};
  for (const name of names) {
    const map = toMap(values[graph.maps[name]!]!);
    const likeness = cosine(meansOf(map), inference![name]!);
    // The graph was read for its structure: whether nothing else happens on the way, numbers say.
    if (likeness < SAME) {
      const got = `one whose mean is as like it as ${likeness.toFixed(3)}`;
      throw impossible(model, { expected: MEAN_OF_MAP, got });
    }
    maps[name] = map;
  }
  if (!classes) return { maps };
  const { weights, scale, zeroPoint, isClassFirst } = graph.classifier!;
  const numbers = (name: string | undefined) =>
    name === undefined ? undefined : (values[name]!.data as Float32Array);
  const direction = toDirection(
    {
      weights: numbers(weights)!,
      scale: numbers(scale),
      zeroPoint: numbers(zeroPoint),
      isClassFirst,
    },
    { classes, probabilities: inference!.probabilities },
  );
  return { maps, direction };
}

function chooseMaps({ maps }: FoundMaps, question: MapQuestion): MapName[] {
  const asked = question.maps.filter((name) => maps[name] !== undefined);
  return [...new Set<MapName>(["embedding", ...asked])];
}

function weightNames(model: ResolvedModel, { classifier }: FoundMaps): string[] {
  if (!classifier) {
    const expected = "scores that one layer makes of the mean of a map";
    throw impossible(model, { expected, got: "others" });
  }
  const { weights, scale, zeroPoint } = classifier;
  return [weights, scale, zeroPoint].filter((name) => name !== undefined);
}

function toMap({ data, dims }: Tensor): SpatialMap {
  const [, channels = 0, rows = 1, columns = 1] = dims;
  return { values: data as Float32Array, channels, rows, columns };
}
