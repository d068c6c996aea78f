/** @file Where heat is, in words. */
import type { HeatMap } from "../../../electron/contract/similar.ts";
import { formatList } from "../messages/format.ts";
import { say } from "../messages/say.ts";
import type { WhyAnswer } from "./why-controller.svelte.ts";
import type { WhyPicture, WhyQuestion } from "./why-question.ts";

/** Thirds of a picture, row by row. */
const zones = [
  "upper-left",
  "top",
  "upper-right",
  "left",
  "centre",
  "right",
  "lower-left",
  "bottom",
  "lower-right",
] as const;
export type Zone = (typeof zones)[number];

/** Of the hottest third: what is nearly as hot is named as well. */
const HOT = 0.75;
/** More than these say no more than "all over". */
const MOST_NAMED = 3;
/** As many points a side are looked at in each cell. */
const POINTS = 4;

/** The hottest thirds of the picture as it is shown, hottest first; none where nothing is hot, all where most are. */
export function hotZones({ area, rows, columns, heat }: HeatMap): readonly Zone[] {
  const sums = zones.map(() => ({ heat: 0, points: 0 }));
  for (let row = 0; row < rows * POINTS; row++) {
    for (let column = 0; column < columns * POINTS; column++) {
      const x = area.x + (area.width * (column + 0.5)) / (columns * POINTS);
      const y = area.y + (area.height * (row + 0.5)) / (rows * POINTS);
      const zone = sums[3 * third(y) + third(x)]!;
      zone.heat += heat[Math.floor(row / POINTS) * columns + Math.floor(column / POINTS)]!;
      zone.points++;
    }
  }
  const means = sums.map(({ heat: sum, points }) => (points === 0 ? 0 : sum / points));
  const hottest = Math.max(...means);
  if (hottest === 0) return [];
  return zones
    .map((zone, at) => ({ zone, mean: means[at]! }))
    .filter(({ mean }) => mean >= HOT * hottest)
    .sort((a, b) => b.mean - a.mean)
    .map(({ zone }) => zone);
}

/** "Mostly in the upper left and the centre." */
export function placesText(map: HeatMap): string {
  const hot = hotZones(map);
  if (hot.length === 0) return say("why.places.none");
  if (hot.length > MOST_NAMED) return say("why.places.all");
  return say("why.places", { places: formatList(hot.map((zone) => say(`why.zone.${zone}`))) });
}

/** What screen readers hear when the heat is there. */
export function explainedText(
  { photo }: WhyQuestion,
  example: WhyPicture | undefined,
  answer: WhyAnswer,
): string {
  const pictures: [WhyPicture | undefined, HeatMap | undefined][] = [
    [photo, answer.photo],
    [example, answer.example],
  ];
  return pictures
    .flatMap(([picture, map]) =>
      picture && map ? say("why.spoken", { name: picture.name, places: placesText(map) }) : [],
    )
    .join(" ");
}

function third(share: number): number {
  return Math.min(2, Math.max(0, Math.floor(share * 3)));
}
