import type { Graph } from "./onnx-graph.ts";
import { ACTIVATION, operandsOf, RESIDUAL_JOIN } from "./operators.ts";

/** The map that a residual stage ends with. */
export interface Stage {
  readonly tensor: string;
  /** Channels. */
  readonly size: number;
}

/** What stands between a stage's last join and its activation: more than nothing in the second version of ResNet. */
const BEFORE_ACTIVATION = new Set([
  "BatchNormalization",
  "QuantizeLinear",
  "DequantizeLinear",
  "Identity",
  "Cast",
]);

/**
 * The residual stages, first to last, by structure: names differ with every exporter. A block ends in a join of two
 * maps; blocks of as many channels are one stage. Every ResNet changes its channels with the stage, while the
 * place of its stride differs and a dilated one has none, so that the channels are the surer sign.
 */
export function findStages(graph: Graph, widths: ReadonlyMap<string, number>): readonly Stage[] {
  const stages: Stage[] = [];
  for (const node of graph.nodes) {
    if (!RESIDUAL_JOIN.has(node.operator)) continue;
    const joined = operandsOf(node).map((tensor) => widths.get(tensor));
    const [size] = joined;
    if (joined.length < 2 || size === undefined || joined.some((other) => other !== size)) continue;
    const stage = { tensor: activated(graph, node.outputs[0]!), size };
    if (stages.at(-1)?.size === size) stages[stages.length - 1] = stage;
    else stages.push(stage);
  }
  return stages;
}

/**
 * The output of the activation that follows a join. Quantised graphs may have none: where 0 is the least that
 * their 8-bit numbers can say, they clip as ReLU does, and the join's own output is what is wanted.
 */
function activated(graph: Graph, join: string): string {
  const reached = [join];
  for (const tensor of reached) {
    for (const { operator, outputs } of graph.consumersOf(tensor)) {
      if (ACTIVATION.has(operator)) return outputs[0]!;
      if (BEFORE_ACTIVATION.has(operator)) reached.push(outputs[0]!);
    }
  }
  return join;
}
