import { expect, test } from "vitest";
import type { PhotoId } from "../../../electron/contract/photo.ts";
import { confirmShots, type ShotExample } from "../../../electron/engine/similar/confirm-shots.ts";
import { GREY_PX } from "../../../electron/engine/similar/same-picture.ts";
import { TestCatalog } from "../search/test-catalog.ts";

/** Light above, or light below. */
const above = Uint8Array.from({ length: GREY_PX ** 2 }, (_, at) =>
  at < GREY_PX ** 2 / 2 ? 200 : 40,
);
const corner = Uint8Array.from({ length: GREY_PX ** 2 }, (_, at) =>
  at % GREY_PX < GREY_PX / 3 && at < GREY_PX ** 2 / 3 ? 250 : 10,
);

function open() {
  const catalog = new TestCatalog();
  const { db } = catalog;
  const pictures = new Map<string, Uint8Array>();
  function add(name: string, picture: Uint8Array | undefined, at?: string): PhotoId {
    const id = catalog.add({ name, ...(at !== undefined && { at }) });
    const fingerprint = String(id).repeat(64).slice(0, 64);
    db.run("UPDATE photo SET fingerprint = ? WHERE id = ?", [fingerprint, id]);
    if (picture) pictures.set(fingerprint, picture);
    return id;
  }
  const greys = (fingerprint: string) => Promise.resolve(pictures.get(fingerprint));
  async function confirm(ids: readonly PhotoId[], ...examples: readonly ShotExample[]) {
    const entries = ids.map((id) => ({ id, similarity: 0.99, band: "same-shot" as const }));
    const confirmed = await confirmShots(entries, examples, { catalog: db, greys });
    return confirmed.map(({ band }) => band);
  }
  return { add, confirm };
}

const like = (grey: Uint8Array | undefined): ShotExample => ({
  weight: 1,
  grey: () => Promise.resolve(grey),
});

test("what the model takes for the same shot is one only where light and dark lie in the same places", async () => {
  const { add, confirm } = open();
  const ids = [add("copy.jpg", above), add("lemon.jpg", corner)];

  expect(await confirm(ids, like(above))).toEqual(["same-shot", "very-similar"]);
  expect(await confirm(ids, like(above), like(corner))).toEqual(["same-shot", "same-shot"]);
});

test("photos that were taken within five seconds of an example are the same shot however they are framed", async () => {
  const { add, confirm } = open();
  const example = add("first.jpg", above, "2023-05-14T10:00:00");
  const ids = [
    add("burst.jpg", corner, "2023-05-14T10:00:04"),
    add("later.jpg", corner, "2023-05-14T10:00:07"),
  ];

  const bands = await confirm(ids, { ...like(above), entry: example });

  expect(bands).toEqual(["same-shot", "very-similar"]);
});

test("where there is nothing to look at, likeness decides: without a thumbnail, and for a part of a picture", async () => {
  const { add, confirm } = open();
  const ids = [add("no thumbnail.jpg", undefined), add("lemon.jpg", corner)];

  expect(await confirm(ids, like(above))).toEqual(["same-shot", "very-similar"]);
  expect(await confirm(ids, like(undefined))).toEqual(["same-shot", "same-shot"]);
  expect(await confirm(ids, { weight: 1 })).toEqual(["same-shot", "same-shot"]);
});

test("what a photo is unlike says nothing about its shot", async () => {
  const { add, confirm } = open();
  const ids = [add("copy.jpg", above), add("lemon.jpg", corner)];

  const bands = await confirm(ids, like(above), { ...like(corner), weight: -1 });

  expect(bands).toEqual(["same-shot", "very-similar"]);
});
