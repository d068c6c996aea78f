import { expect, test } from "vitest";
import type { PhotoChange } from "../../../electron/contract/events.ts";
import { labelHandlers } from "../../../electron/engine/handlers/label-handlers.ts";
import { ChangeFeed } from "../../../electron/engine/indexing/change-feed.ts";
import { LabelUpkeep } from "../../../electron/engine/label-upkeep.ts";
import type { Parts } from "../../../electron/engine/parts.ts";
import { LabelCatalog } from "../search/labels/label-catalog.ts";

/** The parts of an engine that labels have to do with, over a catalog of their own. */
function open(catalog: LabelCatalog) {
  const feed = new ChangeFeed();
  const changes: PhotoChange[] = [];
  feed.subscribe((event) => {
    if (event.name === "photo.changed") changes.push(...event.payload.changes);
  });
  const parts: Pick<Parts, "db" | "feed" | "search" | "labelUpkeep"> & {
    current(): { model: { key: string } };
  } = {
    db: catalog.db,
    feed,
    search: catalog.search,
    labelUpkeep: new LabelUpkeep(catalog.db, { modelKey: "starter", labelThreshold: 0.3 }),
    current: () => ({ model: { key: catalog.modelKey } }),
  };
  return { handlers: labelHandlers(parts as Parts), feed, changes };
}

test("a verdict is reported for the photos that it changed, like a tag", async () => {
  using catalog = new LabelCatalog();
  const { handlers, feed, changes } = open(catalog);
  const [a, b] = [catalog.add({ labels: { tabby: 0.9 } }), catalog.add({ labels: { tabby: 0.9 } })];
  await handlers["label.judge"]({ photos: [a], label: "tabby", verdict: "rejected" });
  feed.flush();
  changes.length = 0;

  const answer = await handlers["label.judge"]({
    photos: [a, b],
    label: "n02123045",
    verdict: "rejected",
  });
  feed.flush();

  expect(answer).toEqual({ changed: 1, entry: expect.any(Number) });
  expect(changes).toEqual([{ kind: "tagged", id: b, path: "/photos/2.jpg" }]);
  expect(await handlers["label.precision"]({})).toEqual([
    { label: "tabby", confirmed: 0, rejected: 2 },
  ]);
});

test("words that mean nothing are refused with the nearest that do", async () => {
  using catalog = new LabelCatalog();
  const { handlers } = open(catalog);
  const id = catalog.add();
  const judge = async (label: string) =>
    handlers["label.judge"]({ photos: [id], label, verdict: "confirmed" });

  await expect(judge("bananna")).rejects.toMatchObject({
    code: "request-invalid",
    message: expect.stringMatching(/got "bananna"; near: banana$/),
  });
});
