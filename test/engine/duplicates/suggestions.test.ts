import { expect, test } from "vitest";
import type { PhotoId } from "../../../electron/contract/photo.ts";
import { insertPhoto } from "../../../electron/engine/catalog/photos.ts";
import { listSuggestions } from "../../../electron/engine/duplicates/list-groups.ts";
import { regroup } from "../../../electron/engine/duplicates/regroup.ts";
import { openTestCatalog } from "../../support/test-catalog.ts";

/** As many pairs as two steps take, the largest files first: the ids of each. */
function openWithPairs() {
  const { db, folderId } = openTestCatalog();
  const pairs = Array.from({ length: 300 }, (_, at) =>
    ["", " copy"].map((suffix) => {
      const stamp = { sizeBytes: 1000 - at, modifiedAtUs: 1, fileKey: `1:${at}${suffix}` };
      const id = insertPhoto(db, { folderId, directory: "", name: `${at}${suffix}.jpg` }, stamp);
      db.run("UPDATE photo SET fingerprint = ? WHERE id = ?", [`${at}`, id]);
      return id;
    }),
  );
  regroup(db, pairs.flat());
  return { db, pairs: pairs as [PhotoId, PhotoId][] };
}

test("all suggestions are made in steps, between which others have their turn", () => {
  const { db, pairs } = openWithPairs();

  const steps = [...stepsOf(listSuggestions(db, "exact"))];

  expect(steps.length).toBeGreaterThan(2);
  expect(steps.at(-1)).toEqual(pairs.map(([keep, other]) => ({ keep, others: [other] })));
});

test("of a group that changes meanwhile, and comes again further down, no photo is suggested twice", () => {
  const { db, pairs } = openWithPairs();
  const [[first, copy]] = pairs as [[PhotoId, PhotoId]];
  const suggestions = listSuggestions(db, "exact");

  suggestions.next();
  // Now the copy is the better one: both would go to the trash, each for the sake of the other.
  db.run("UPDATE photo SET size_bytes = 10 + (id = ?) WHERE id IN (?, ?)", [copy, first, copy]);
  regroup(db, [first, copy]);
  const [rest] = [...stepsOf(suggestions)].slice(-1);

  expect(rest).toHaveLength(pairs.length);
  expect(rest![0]).toEqual({ keep: first, others: [copy] });
});

/** What each step gave, and at the end what was made. */
function* stepsOf<R>(work: Generator<undefined, R>): Generator<R | undefined> {
  for (;;) {
    const { done, value } = work.next();
    yield value;
    if (done) return;
  }
}
