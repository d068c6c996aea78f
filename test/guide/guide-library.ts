import path from "node:path";
import type { App } from "../e2e/open-app.ts";
import { semblanceJson } from "../support/semblance.ts";

const tags: readonly (readonly [tag: string, query: string])[] = [
  ["Food/Fruit", "name:Orange OR name:Lemon OR name:Banana OR name:Kiwi OR name:Pomegranate"],
  ["Food/Vegetables", "name:Pepper OR name:Tomato OR name:Leek"],
  ["Food/Kitchen", "name:cake"],
  ["Places/France/Paris", "name:paris OR name:seine"],
  ["Places/England", "name:FinePixS1Pro"],
  ["Animals/Cats", "name:cat OR name:kitty"],
  ["Animals/Birds", "name:falcon"],
  [
    "Garden",
    "folder:Nature (name:cyclamen OR name:orycho OR name:polemonium OR name:bliznaca OR name:ria)",
  ],
];

const values: readonly (readonly [query: string, ...values: string[]])[] = [
  [
    "folder:House (name:cat OR name:boats) OR name:denali OR name:falcon OR name:S230",
    "--rating",
    "5",
  ],
  ["folder:House (name:bee OR name:cake) OR name:cyclamen OR name:mongolels", "--rating", "4"],
  ["name:MX1700 OR name:E775 OR name:SR6 OR name:PC110 OR name:ProBack", "--rating", "4"],
  ["name:silver OR name:el_torcal OR name:tree OR name:keong", "--rating", "3"],
  ["name:denali OR name:cyclamen OR name:S230 OR name:SR6", "--flag", "pick"],
  ["name:tanners OR name:ProBack", "--flag", "reject"],
  ["folder:House (name:boats OR name:bee)", "--colour", "blue"],
  ["name:Orange", "--colour", "yellow"],
];

const albums: readonly (readonly [name: string, query: string])[] = [
  ["Best of nature", "folder:Nature rating:>=3"],
  ["Red things", "name:Pepper OR name:Tomato"],
];

/** Brings the photos into the library and enters what somebody would have, by the command line, while the app has it open. */
export async function enterLibrary({ photos, library }: App): Promise<void> {
  const run = (...args: string[]) => semblanceJson([...args, "--library", library]);
  await run("index", photos);
  // Those that came with the files are of many people, and none of them says anything in this library.
  for (const { tag } of await semblanceJson<{ tag: string }[]>([
    "tag",
    "list",
    "--library",
    library,
  ]))
    await run("tag", "delete", tag, "--yes");
  for (const [tag, query] of tags) await run("tag", "add", tag, "--query", query);
  for (const [query, ...given] of values) await run("set", "--query", query, ...given);
  for (const [name, query] of albums) await run("album", "create", name, "--query", query);
  const trip = ["Olympus C960.jpg", "Sanyo SR6.jpg", "Nikon E775.jpg", "FujiFilm MX1700.jpg"];
  const inTrips = trip.map((name) => path.join(photos, "Trips", name));
  await run("album", "create", "Trips/By the sea", ...inTrips);
  await run("tag", "describe", "Animals/Cats", "--synonyms", "feline", "--key", "1");
}
