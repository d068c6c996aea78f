import { createHash } from "node:crypto";
import { readFile } from "node:fs/promises";
import { invalidModel } from "../invalid-model.ts";
import { LibraryError } from "../../../contract/errors.ts";
import { chooseOutputs } from "../models/choose-outputs.ts";
import type { FoundModel } from "../models/find-model.ts";
import { checkInput, describe } from "./check-input.ts";
import { Fragment } from "./expose-outputs.ts";
import { findClassifier, isClassifier, type Classifier } from "./find-classifier.ts";
import { findStages } from "./find-stages.ts";
import { mapWidths } from "./map-widths.ts";
import type { Graph, GraphTensor } from "./onnx-graph.ts";
import type { RunnableGraph } from "./prepare-graph.ts";
import { writePrepared, type GraphFacts } from "./prepared-files.ts";
import { readGraph } from "./read-graph.ts";

/** The file itself where that can be run, else what is known of the copy that was made of it. Rejects as `prepareGraph` does. */
export async function makeGraph(found: FoundModel): Promise<RunnableGraph | GraphFacts> {
  const bytes = await readModel(found);
  const graph = readGraph(found.filePath, bytes);
  const [external] = graph.externalFiles;
  if (external !== undefined) {
    const got = `weights in ${external}: save the model as one file`;
    throw invalidModel(found.filePath, { expected: "all weights", got });
  }
  const input = checkInput(found.filePath, graph);
  const exposed = chooseOutputs(found, graph);
  if (exposed) return { filePath: found.filePath, input, ...exposed };
  const fragment = new Fragment(graph);
  const facts = {
    input: toFact(input),
    ...expose(graph, chooseClassifier(found, graph), fragment),
  };
  await writePrepared(found.sha256, [bytes, fragment.toBytes()], facts);
  return facts;
}

async function readModel({ filePath, sha256 }: FoundModel): Promise<Uint8Array> {
  const bytes = await readFile(filePath).catch((cause: unknown) => {
    const said = cause instanceof Error ? cause.message : String(cause);
    const message = `Expected a model at ${filePath} but got: ${said}`;
    throw new LibraryError("model-missing", message, { cause });
  });
  const got = createHash("sha256").update(bytes).digest("hex");
  if (got === sha256) return bytes;
  throw invalidModel(filePath, {
    expected: `the bytes with SHA-256 ${sha256} that were there just now`,
    got,
  });
}

/** Of the first output that leads to one: others may be the best class alone, or of a second head. */
function chooseClassifier({ filePath }: FoundModel, graph: Graph): Classifier {
  const searches = graph.outputs.map(({ name }) => findClassifier(graph, name));
  const classifier = searches.find(isClassifier);
  if (classifier) return classifier;
  const got = graph.outputs.map((output, i) => {
    const search = searches[i]!;
    const end = "operator" in search ? search.operator : undefined;
    return `${describe(output)} from ${end ?? "an input"}`;
  });
  const expected = "class scores from a Gemm, a MatMul or a Conv with constant weights";
  throw invalidModel(filePath, { expected, got: got.join(", ") || "no output" });
}

/** What the engine reads of a model comes out under these names, whatever the tensors are called inside. */
function expose(
  graph: Graph,
  classifier: Classifier,
  fragment: Fragment,
): Omit<GraphFacts, "input"> {
  const { embedding, embeddingSize, logits, classes, pooled, endsInSoftmax } = classifier;
  const widths = mapWidths(graph);
  const stages = findStages(graph, widths);
  // With fewer than three, none of them is the middle of a network.
  const [, stage2, stage3] = stages.length < 3 ? [] : stages;
  const width = widths.get(pooled ?? "");
  return {
    outputs: {
      embedding: fragment.addRow({ name: "embedding", tensor: embedding, size: embeddingSize }),
      logits: fragment.addRow({ name: "logits", tensor: logits, size: classes }),
      ...(stage2 && { stage2: fragment.addMeans({ name: "stage2", ...stage2 }) }),
      ...(stage3 && { stage3: fragment.addMeans({ name: "stage3", ...stage3 }) }),
      ...(pooled !== undefined &&
        width !== undefined && {
          features: fragment.addMap({ name: "features", tensor: pooled, size: width }),
        }),
    },
    sizes: {
      embedding: embeddingSize,
      logits: classes,
      ...(stage2 && { stage2: stage2.size }),
      ...(stage3 && { stage3: stage3.size }),
    },
    endsInSoftmax,
  };
}

function toFact({ name, shape }: GraphTensor): GraphFacts["input"] {
  return { name, shape: shape.map((size) => size ?? null) };
}
