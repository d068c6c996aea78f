import { expect, test } from "vitest";
import type { Album, AlbumId } from "../../../electron/contract/album.ts";
import { albumRows } from "../../../renderer/src/albums/album-rows.ts";

const albums = [
  "Trips/2023/Rome",
  "Best",
  "Trips/2023",
  "Trips/2023/Paris",
  "Zoo",
  "Trips/2022/Bonn",
].map((name, at): Album => ({
  id: (at + 1) as AlbumId,
  name,
  kind: "hand",
  count: 0,
  cover: null,
  query: null,
  similar: null,
  problem: null,
}));

const lines = (closed: readonly string[]) =>
  albumRows(albums, new Set(closed)).map(
    ({ kind, level, name }) => `${" ".repeat(level)}${kind} ${name}`,
  );

test("albums stand under the groups that their names make", () => {
  expect(lines([])).toEqual([
    "album Best",
    "group Trips",
    " group 2022",
    "  album Bonn",
    " album 2023",
    " group 2023",
    "  album Paris",
    "  album Rome",
    "album Zoo",
  ]);
});

test("what is in a closed group is left out, with its groups", () => {
  expect(lines(["Trips/2023"])).toContain(" group 2023");
  expect(lines(["Trips/2023"])).not.toContain("  album Rome");
  expect(lines(["Trips"])).toEqual(["album Best", "group Trips", "album Zoo"]);
});
