import type { Region } from "../../contract/similar.ts";
import type { ModelInput } from "./models/model-card.ts";

/** The part of a picture that is left of it when its short side is `resizePx` and its middle is cut out. */
export function seenPart(
  { widthPx, heightPx }: { readonly widthPx: number; readonly heightPx: number },
  { sizePx, resizePx }: Pick<ModelInput, "sizePx" | "resizePx">,
): Region {
  const factor = resizePx / Math.min(widthPx, heightPx);
  const [x, width] = seenSpan(widthPx * factor, sizePx);
  const [y, height] = seenSpan(heightPx * factor, sizePx);
  return { x, y, width, height };
}

function seenSpan(resizedPx: number, sizePx: number): [start: number, share: number] {
  const share = Math.min(1, sizePx / resizedPx);
  return [(1 - share) / 2, share];
}
