import type { VerdictKind } from "../../../contract/machine.ts";
import type { Told } from "../../../contract/told.ts";
import { inEnglish } from "../../../texts/in-english.ts";
import { tell } from "../../../texts/tell.ts";
import type { ProbeReply } from "./probe/provider-probe-process.ts";

/** What trying a provider came to. `usable`: it works, agrees with the processor and is faster. */
export interface Verdict {
  readonly kind: Exclude<VerdictKind, "in-use" | "not-tried">;
  /** A sentence without its first word, which is the provider: why it is not used. "" where it may be. */
  readonly reason: string;
  /** The reason as a whole sentence for every language; absent where it is the runtime's own, or was remembered by an older version. */
  readonly told?: Told | undefined;
  /** Inference with the copying around it, full batches. */
  readonly photosPerSecond: number | null;
  /** Of the processor, measured in the same process. */
  readonly cpuPhotosPerSecond: number | null;
  /** Lowest cosine of its embeddings to the processor's. */
  readonly agreement: number | null;
  readonly triedAtMs: number;
}

/** Below this an embedding from the provider is not the processor's, and neighbours would differ. */
const MIN_AGREEMENT = 0.999;
/**
 * For quantised files: a provider may compute in float what the CPU computes in integers, and then comes out
 * near the float32 file. The starter's two files are 0.997 apart on the known input; onnxruntime's own CPU with
 * and without its integer kernels 0.99998.
 */
const MIN_AGREEMENT_QUANTISED = 0.99;

/** `precision` as in ResolvedModel. */
export function judge(reply: ProbeReply, precision: string): Verdict {
  const nothing = { photosPerSecond: null, cpuPhotosPerSecond: null, agreement: null };
  const triedAtMs = Date.now();
  if (reply.kind === "refused")
    return { kind: "unavailable", reason: plain(reply.reason), ...nothing, triedAtMs };
  if (reply.kind === "crashed")
    return { kind: "crashed", reason: plain(reply.reason), ...nothing, triedAtMs };
  const { agreement, hasSameLabels, photosPerSecond, cpuPhotosPerSecond } = reply.result;
  const cosine = Number.isFinite(agreement) ? agreement : null;
  const measured = { photosPerSecond, cpuPhotosPerSecond, agreement: cosine, triedAtMs };
  const least = precision === "float32" ? MIN_AGREEMENT : MIN_AGREEMENT_QUANTISED;
  // Written so that NaN, which a broken driver returns, is refused too.
  if (!(agreement >= least)) {
    const told = tell("provider.embeddings", { cosine: agreement.toFixed(4) });
    return { kind: "disagrees", ...reasonOf(told), ...measured };
  }
  if (!hasSameLabels)
    return { kind: "disagrees", ...reasonOf(tell("provider.labels")), ...measured };
  if (photosPerSecond < cpuPhotosPerSecond) {
    const [rate, processor] = [photosPerSecond.toFixed(1), cpuPhotosPerSecond.toFixed(1)];
    const told = tell("provider.slower", { rate, processor });
    return { kind: "slower", ...reasonOf(told), ...measured };
  }
  return { kind: "usable", reason: "", ...measured };
}

function reasonOf(told: Told): Pick<Verdict, "reason" | "told"> {
  const sentence = inEnglish(told);
  return { reason: sentence.charAt(0).toLowerCase() + sentence.slice(1, -1), told };
}

/** Without what onnxruntime says of the place in its source where it noticed, over several lines. */
function plain(text: string): string {
  return text
    .replace(/\s+/g, " ")
    .replace(/^Expected the model at .+? but got: /, "")
    .replace(/^\/onnxruntime_src\/\S+ .*? was false\. /, "")
    .trim();
}
