import type { Band } from "../../../electron/contract/similar.ts";
import type { BEYOND } from "../library/photos/band-sections.ts";
import { say } from "../messages/say.ts";
import type { SimilarAnswer } from "./read-similar.ts";
import { countSides, type SimilarStep } from "./similar-step.ts";

/** What the sections of the results are called: the bands, and what is beyond them. */
export function bandTitle(key: string): string {
  return say(`similar.band.${key as Band | typeof BEYOND}`);
}

/** "IMG_1.jpg", "IMG_1.jpg and 2 more". */
export function stepName({ examples }: SimilarStep): string {
  const liked = examples.filter(({ weight }) => weight > 0);
  const name = liked[0]?.name ?? "";
  return liked.length > 1 ? say("similar.name.more", { name, count: liked.length - 1 }) : name;
}

/** What screen readers hear when a question was answered for the first time. */
export function arrivalText(step: SimilarStep, { total, bands }: SimilarAnswer): string {
  const name = stepName(step);
  if (total === 0) return say("similar.announce.none", { name });
  return say("similar.announce", {
    name,
    same: bands["same-shot"],
    very: bands["very-similar"],
    related: bands.related,
  });
}

/** What they hear when it was refined. */
export function refinedText({ examples }: SimilarStep, { total }: SimilarAnswer): string {
  const { more, less } = countSides(examples);
  if (examples.length === 1) return say("similar.announce.count", { count: total });
  return say("similar.announce.refined", { more, less, count: total });
}
