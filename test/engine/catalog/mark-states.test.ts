import { expect, test } from "vitest";
import { countMarks } from "../../../electron/engine/catalog/mark-states.ts";
import { insertPhoto } from "../../../electron/engine/catalog/photos.ts";
import { setValues } from "../../../electron/engine/catalog/set-values.ts";
import { openTestCatalog } from "../../support/test-catalog.ts";

const text = { modelKey: "test", labelThreshold: 0.3 };

test("of many photos it is told how many have which stars, flag and colour, each photo once", () => {
  const { db, folderId } = openTestCatalog();
  const ids = [0, 1, 2, 3].map((index) =>
    insertPhoto(
      db,
      { folderId, directory: "", name: `${index}.jpg` },
      { sizeBytes: 1, modifiedAtUs: 1, fileKey: `1:${index}` },
    ),
  );
  setValues(db, ids.slice(0, 3), { rating: 4 }, text);
  setValues(db, ids.slice(0, 1), { flag: "pick", colourLabel: "red" }, text);

  const states = countMarks(db, [...ids.slice(0, 3), ids[0]!]);

  expect(states).toEqual({
    total: 3,
    rating: [{ value: 4, count: 3 }],
    flag: expect.arrayContaining([
      { value: "pick", count: 1 },
      { value: "none", count: 2 },
    ]),
    colourLabel: expect.arrayContaining([
      { value: "red", count: 1 },
      { value: "none", count: 2 },
    ]),
  });
});
