import { expect, test } from "vitest";
import { fit } from "../../../renderer/src/viewer/fit.ts";

const room = { widthPx: 1200, heightPx: 800 };

test("a wide photo touches the sides, a tall one the top", () => {
  expect(fit({ widthPx: 6000, heightPx: 2000 }, room)).toEqual({ widthPx: 1200, heightPx: 400 });
  expect(fit({ widthPx: 2000, heightPx: 4000 }, room)).toEqual({ widthPx: 400, heightPx: 800 });
});

test("a small photo is not enlarged", () => {
  expect(fit({ widthPx: 300, heightPx: 200 }, room)).toEqual({ widthPx: 300, heightPx: 200 });
});

test("a photo of unknown size may use all the room", () => {
  expect(fit({ widthPx: null, heightPx: null }, room)).toEqual(room);
});
