import { expect, test } from "vitest";
import { Region } from "../../../electron/contract/similar.ts";
import {
  dragHandle,
  firstBox,
  handles,
  moveBox,
  pressArrow,
  viewBoxOf,
  writeBox,
} from "../../../renderer/src/similar/region/region-box.ts";

const once = { shift: false, repeats: 0 };

test("the box begins in the middle, half as large as the photo", () => {
  expect(firstBox).toEqual({ x: 0.25, y: 0.25, width: 0.5, height: 0.5 });
});

test("a box that is moved keeps its size and stops at the edges", () => {
  expect(moveBox(firstBox, { dx: 0.1, dy: -0.2 })).toEqual({ ...firstBox, x: 0.35, y: 0.05 });
  expect(moveBox(firstBox, { dx: 9, dy: -9 })).toEqual({ ...firstBox, x: 0.5, y: 0 });
});

test("a handle moves its sides and leaves the others where they are", () => {
  expect(dragHandle(firstBox, "nw", { dx: -0.05, dy: 0.1 })).toEqual({
    x: 0.2,
    y: 0.35,
    width: 0.55,
    height: 0.4,
  });
  expect(dragHandle(firstBox, "e", { dx: 9, dy: 9 })).toEqual({ ...firstBox, width: 0.75 });
});

test("a handle that is dragged over the other side leaves a small box", () => {
  expect(dragHandle(firstBox, "w", { dx: 9, dy: 0 })).toEqual({ ...firstBox, x: 0.7, width: 0.05 });
});

test("an arrow moves by 1 %, with Shift it resizes, and held for a while it is faster", () => {
  expect(pressArrow(firstBox, "ArrowLeft", once)?.x).toBe(0.24);
  expect(pressArrow(firstBox, "ArrowDown", { ...once, shift: true })).toEqual({
    ...firstBox,
    height: 0.51,
  });
  expect(pressArrow(firstBox, "ArrowRight", { ...once, repeats: 20 })?.x).toBe(0.3);
  expect(pressArrow(firstBox, "x", once)).toBeUndefined();
});

test("what is written counts, and the other measure gives way", () => {
  expect(writeBox(firstBox, "width", 0.9)).toEqual({ ...firstBox, x: 0.1, width: 0.9 });
  expect(writeBox(firstBox, "x", 0.8)).toEqual({ ...firstBox, x: 0.8, width: 0.2 });
  expect(writeBox(firstBox, "height", 7)).toEqual({ ...firstBox, y: 0, height: 1 });
  expect(writeBox(firstBox, "y", Number.NaN)).toEqual(firstBox);
});

test("whatever is done, the part is inside the picture, as the engine wants it", () => {
  let box: Region = { x: 0.1, y: 0.7, width: 0.2, height: 0.1 };
  for (let step = 0; step < 400; step++) {
    const by = { dx: ((step * 37) % 23) / 30 - 0.36, dy: ((step * 17) % 19) / 30 - 0.3 };
    box = step % 3 === 0 ? moveBox(box, by) : dragHandle(box, handles[step % 8]!, by);
    expect(Region.safeParse(box).success, JSON.stringify(box)).toBe(true);
  }
});

test("the part is cut out of the picture by its distances from the edges", () => {
  expect(viewBoxOf({ x: 0.5, y: 0.25, width: 0.25, height: 0.5 })).toBe("inset(25% 25% 25% 50%)");
});
