import { expect, test } from "vitest";
import { photoHandlers } from "../../../electron/engine/handlers/photo-handlers.ts";
import type { Parts } from "../../../electron/engine/parts.ts";
import { TestCatalog } from "../search/test-catalog.ts";

test("who asks for the facets of another search does not wait for those of the first", async () => {
  using catalog = new TestCatalog();
  catalog.add({ camera: "X100" });
  const handlers = photoHandlers({ db: catalog.db, search: catalog.search } as Parts);

  const first = handlers["photo.facets"]({ query: "", session: "filters" });
  const other = handlers["photo.facets"]({ query: "rating:5" });
  const second = handlers["photo.facets"]({ query: "rating:0", session: "filters" });

  await expect(first).rejects.toMatchObject({ code: "cancelled" });
  expect((await other).total).toBe(0);
  expect((await second).cameras).toEqual([{ name: "X100", count: 1 }]);
});
