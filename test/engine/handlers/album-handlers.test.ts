import { expect, test } from "vitest";
import type { EngineEvent } from "../../../electron/contract/events.ts";
import { albumHandlers } from "../../../electron/engine/handlers/album-handlers.ts";
import { OpenedPictures } from "../../../electron/engine/handlers/opened-pictures.ts";
import { SmartAlbums } from "../../../electron/engine/albums/smart-contents.ts";
import { ChangeFeed } from "../../../electron/engine/indexing/change-feed.ts";
import type { Parts } from "../../../electron/engine/parts.ts";
import { TestCatalog } from "../search/test-catalog.ts";

/** The parts of an engine that albums have to do with. */
function open(catalog: TestCatalog) {
  const { db, search } = catalog;
  const feed = new ChangeFeed();
  const events: EngineEvent[] = [];
  feed.subscribe((event) => events.push(event));
  const smartAlbums = new SmartAlbums({ db, search }, () => feed.reportAlbums());
  const parts: Pick<Parts, "db" | "feed" | "search" | "smartAlbums"> = {
    db,
    feed,
    search,
    smartAlbums,
  };
  const told = (): string[] => {
    feed.flush();
    // Tags of the photos are told, too.
    return events
      .splice(0)
      .map(({ name }) => name)
      .filter((name) => name !== "tag.changed");
  };
  return { handlers: albumHandlers(parts as Parts, new OpenedPictures({ examples: "" })), told };
}

test("every change of an album is told with its photos and its entry of the history, and no change is told as nothing", async () => {
  using catalog = new TestCatalog();
  const { handlers, told } = open(catalog);
  const [a, b] = [catalog.add({ name: "a" }), catalog.add({ name: "b" })];

  const made = await handlers["album.create"]({ name: "Best", photos: [a] });
  const events = [told()];
  const added = await handlers["album.add"]({ id: made.id, photos: [a, b] });
  events.push(told());
  const again = await handlers["album.add"]({ id: made.id, photos: [a, b] });
  events.push(told());
  const renamed = await handlers["album.rename"]({ id: made.id, name: "Better" });
  events.push(told());

  const all = ["photo.changed", "history.changed", "album.changed"];
  expect(events).toEqual([all, all, [], ["history.changed", "album.changed"]]);
  expect([made, added, again, renamed]).toEqual([
    { id: 1, name: "Best", entry: 1 },
    { changed: 1, entry: 2 },
    { changed: 0, entry: null },
    { id: 1, name: "Better", entry: 3 },
  ]);
});

test("a list waits until smart albums are counted where that is asked for", async () => {
  using catalog = new TestCatalog();
  const { handlers, told } = open(catalog);
  catalog.add({ rating: 5 });
  await handlers["album.create"]({ name: "Five", query: "rating:5" });

  const first = await handlers["album.list"]({ isCounted: false });
  const counted = await handlers["album.list"]({ isCounted: true });

  expect([first, counted]).toMatchObject([[{ count: null }], [{ count: 1 }]]);
  expect(told()).toContain("album.changed");
});

test("photos and a query together are refused", async () => {
  using catalog = new TestCatalog();
  const { handlers } = open(catalog);
  const photos = [catalog.add()];

  await expect(handlers["album.create"]({ name: "X", query: "a", photos })).rejects.toMatchObject({
    code: "album-invalid",
  });
});
