import type { Band } from "../../../electron/contract/similar.ts";
import type { BEYOND } from "../library/photos/band-sections.ts";
import { formatList } from "../messages/format.ts";
import { say } from "../messages/say.ts";
import type { SimilarAnswer } from "./read-similar.ts";
import { countSides, type SimilarStep } from "./similar-step.ts";

const BANDS: readonly Band[] = ["same-shot", "very-similar", "related"];

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

/** Over the pane: what its photos are similar to, and the album that keeps the question. */
export function stepTitle(step: SimilarStep): string {
  const name = stepName(step);
  return step.album
    ? say("similar.title.album", { album: step.album.name, name })
    : say("similar.title", { name });
}

/** What screen readers hear when a question was answered for the first time: the bands that there are. */
export function arrivalText(step: SimilarStep, { total, bands }: SimilarAnswer): string {
  const name = stepName(step);
  if (total === 0) return say("similar.announce.none", { name });
  const found = BANDS.filter((band) => bands[band] > 0);
  const said = found.map((band) => say(`similar.announce.${band}`, { count: bands[band] }));
  return say("similar.announce", { name, bands: formatList(said) });
}

/** What they hear when it was refined. */
export function refinedText({ examples }: SimilarStep, { total }: SimilarAnswer): string {
  const { more, less } = countSides(examples);
  if (examples.length === 1) return say("similar.announce.count", { count: total });
  return say("similar.announce.refined", { more, less, count: total });
}
