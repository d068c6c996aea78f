import { readFile, writeFile } from "node:fs/promises";
import { expect, test } from "vitest";
import type { PhotoId } from "../../electron/contract/photo.ts";
import { viewHandlers } from "../../electron/engine/handlers/view-handlers.ts";
import { ViewPlaces } from "../../electron/engine/view-places.ts";
import { tempFolder } from "../support/temp-folder.ts";

function at(photo: number) {
  return { photo: photo as PhotoId, index: photo - 1, offsetPx: -12.5 };
}

test("where the window was in each query is there after a restart, the latest last", async () => {
  await using folder = await tempFolder();
  {
    await using viewPlaces = new ViewPlaces(folder.at("views.json"));
    const handlers = viewHandlers({ viewPlaces });
    await handlers["view.keepPlace"]({ query: "", place: at(7) });
    await handlers["view.keepPlace"]({ query: "tag:Lisbon", place: at(3) });
    await handlers["view.keepPlace"]({ query: "", place: at(9) });
  }

  await using viewPlaces = new ViewPlaces(folder.at("views.json"));
  expect(await viewHandlers({ viewPlaces })["view.places"]({})).toEqual([
    { query: "tag:Lisbon", ...at(3) },
    { query: "", ...at(9) },
  ]);
});

test("a view that is back at its top is forgotten", async () => {
  await using folder = await tempFolder();
  await using viewPlaces = new ViewPlaces(folder.at("views.json"));
  await viewPlaces.keep("", at(7));
  await viewPlaces.keep("", null);

  expect(await viewPlaces.list()).toEqual([]);
});

test("the views that were left longest ago are forgotten first", async () => {
  await using folder = await tempFolder();
  {
    await using viewPlaces = new ViewPlaces(folder.at("views.json"));
    for (let tag = 1; tag <= 250; tag++) await viewPlaces.keep(`tag:${tag}`, at(tag));
  }

  const kept = JSON.parse(await readFile(folder.at("views.json"), "utf8")) as { query: string }[];
  expect([kept.length, kept[0]?.query, kept.at(-1)?.query]).toEqual([200, "tag:51", "tag:250"]);
});

test("a file that is of no use is as good as none, and is replaced", async () => {
  await using folder = await tempFolder();
  await writeFile(folder.at("views.json"), '[{"query": 4}');
  {
    await using viewPlaces = new ViewPlaces(folder.at("views.json"));
    expect(await viewPlaces.list()).toEqual([]);
    await viewPlaces.keep("", at(2));
  }

  await using viewPlaces = new ViewPlaces(folder.at("views.json"));
  expect(await viewPlaces.list()).toEqual([{ query: "", ...at(2) }]);
});
