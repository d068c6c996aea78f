import type { Command } from "commander";
import type { PhotoFacets } from "../../contract/photo-facets.ts";
import { openClient, type CommonOptions } from "../open-client.ts";
import { printJson, printLine } from "../output.ts";

/** `facets [QUERY]`: what the photos of a search are made of. */
export function addFacetsCommand(program: Command): Command {
  return program
    .command("facets")
    .description("Count what the photos of a search are made of: cameras, lenses, stars, months.")
    .argument("[query]", "without it, all photos", "")
    .action(facets);
}

async function facets(query: string, options: CommonOptions): Promise<void> {
  await using library = await openClient(options);
  const found = await library.client.request("photo.facets", { query });
  if (options.json) await printJson(found);
  else for (const line of describe(found)) await printLine(line);
}

function describe(facets: PhotoFacets): string[] {
  const sections: readonly (readonly [string, readonly (readonly [string, number])[]])[] = [
    ["cameras", facets.cameras.map(({ name, count }) => [name, count])],
    ["lenses", facets.lenses.map(({ name, count }) => [name, count])],
    ["ratings", facets.ratings.map((count, stars) => [String(stars), count])],
    ["flags", Object.entries(facets.flags)],
    ["colours", Object.entries(facets.colours)],
    ["kinds", Object.entries(facets.kinds)],
    ["orientations", Object.entries(facets.orientations)],
    ["places", [["gps", facets.hasPlace]]],
    ["months", facets.months.map(({ month, count }) => [month, count])],
  ];
  const lines = sections.flatMap(([title, values]) =>
    values
      .filter(([, count]) => count > 0)
      .map(([name, count]) => `${title.padEnd(12)}  ${String(count).padStart(7)}  ${name}`),
  );
  return [...lines, `${"total".padEnd(12)}  ${String(facets.total).padStart(7)}`];
}
