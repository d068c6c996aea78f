import { describe, expect, test } from "vitest";
import {
  canPan,
  FIT,
  fitScale,
  pan,
  percentOf,
  place,
  step,
  toggle,
  zoomAt,
  type Frame,
  type Zoom,
} from "../../../renderer/src/viewer/zoom/zoom.ts";

const frame: Frame = {
  picture: { widthPx: 6000, heightPx: 4000 },
  pane: { widthPx: 1200, heightPx: 900 },
  density: 1,
};
const middle = { xPx: 600, yPx: 450 };

function scaled(scale: number, x = 0.5, y = 0.5): Zoom {
  return { kind: "scaled", scale, x, y };
}

/** The part of the picture that is drawn at a point of the pane. */
function partAt(zoom: Zoom, { xPx, yPx }: { xPx: number; yPx: number }, within = frame) {
  const { leftPx, topPx, widthPx, heightPx } = place(zoom, within);
  return { x: (xPx - leftPx) / widthPx, y: (yPx - topPx) / heightPx };
}

describe("fitting", () => {
  test("a wide photo touches the sides and a tall one the top, in the middle of the pane", () => {
    expect(place(FIT, frame)).toEqual({
      widthPx: 1200,
      heightPx: 800,
      leftPx: 0,
      topPx: 50,
      scale: 0.2,
    });
    const tall = { ...frame, picture: { widthPx: 2000, heightPx: 4000 } };
    expect(place(FIT, tall)).toMatchObject({ widthPx: 450, heightPx: 900, leftPx: 375, topPx: 0 });
  });

  test("a small photo is shown at its own size, which on a dense screen is smaller", () => {
    const small = { ...frame, picture: { widthPx: 300, heightPx: 200 } };

    expect(place(FIT, small)).toMatchObject({ widthPx: 300, heightPx: 200, scale: 1 });
    expect(place(FIT, { ...small, density: 2 })).toMatchObject({ widthPx: 150, scale: 1 });
  });

  test("100 % is one pixel of the photo for one of the screen", () => {
    expect(place(scaled(1), { ...frame, density: 2 })).toMatchObject({
      widthPx: 3000,
      heightPx: 2000,
    });
    expect(percentOf(fitScale({ ...frame, density: 2 }))).toBe(40);
  });
});

describe("zooming at a point", () => {
  test("what is under the pointer stays there, in and out", () => {
    const at = { xPx: 900, yPx: 300 };
    let zoom: Zoom = FIT;
    const before = partAt(zoom, at);

    for (const scale of [0.5, 1, 3, 8, 2, 0.7]) {
      zoom = zoomAt(zoom, frame, { scale, at });
      const after = partAt(zoom, at);
      expect(after.x).toBeCloseTo(before.x, 2);
      expect(after.y).toBeCloseTo(before.y, 2);
    }
  });

  test("goes from 5 to 800 % and no further", () => {
    expect(zoomAt(FIT, frame, { scale: 100, at: middle })).toMatchObject({ scale: 8 });
    expect(zoomAt(FIT, frame, { scale: 0.001, at: middle })).toMatchObject({ scale: 0.05 });
  });

  test("a panorama that fits only below 5 % can be seen whole again", () => {
    const wide = { ...frame, picture: { widthPx: 60_000, heightPx: 4000 } };

    expect(fitScale(wide)).toBe(0.02);
    expect(zoomAt(scaled(1), wide, { scale: 0.001, at: middle })).toEqual(FIT);
  });

  test("passing the size that fits stops there, both ways; from there it goes on", () => {
    expect(zoomAt(scaled(0.25), frame, { scale: 0.15, at: middle })).toEqual(FIT);
    expect(zoomAt(scaled(0.15), frame, { scale: 0.25, at: middle })).toEqual(FIT);
    expect(zoomAt(FIT, frame, { scale: 0.15, at: middle })).toMatchObject({ scale: 0.15 });
  });
});

describe("keys", () => {
  test("Z goes to 100 % at the pointer and back to all of it from anywhere", () => {
    const at = { xPx: 300, yPx: 250 };
    const near = toggle(FIT, frame, at);

    expect(near).toMatchObject({ kind: "scaled", scale: 1 });
    expect(partAt(near, at)).toEqual(partAt(FIT, at));
    expect(toggle(near, frame, at)).toEqual(FIT);
    expect(toggle(scaled(0.5), frame, at)).toEqual(FIT);
  });

  test("Z goes to 200 % where a small picture is seen whole at 100 %", () => {
    const small = { ...frame, picture: { widthPx: 640, heightPx: 480 } };

    expect(toggle(FIT, small, middle)).toMatchObject({ kind: "scaled", scale: 2 });
    expect(toggle(scaled(2), small, middle)).toEqual(FIT);
  });

  test("steps are round percentages and the size that fits, and end", () => {
    const percents: number[] = [];
    let zoom: Zoom = scaled(0.05);
    for (let turn = 0; turn < 20; turn++) {
      zoom = step(zoom, frame, { direction: 1, at: middle });
      percents.push(percentOf(place(zoom, frame).scale));
    }

    const up = [8, 12, 17, 20, 25, 33, 50, 67, 100, 150, 200, 300, 400, 600, 800];
    expect(percents.slice(0, up.length)).toEqual(up);
    expect(new Set(percents.slice(up.length))).toEqual(new Set([800]));
    expect(step(scaled(1), frame, { direction: -1, at: middle })).toMatchObject({ scale: 0.67 });
    expect(step(scaled(0.25), frame, { direction: -1, at: middle })).toEqual(FIT);
  });
});

describe("moving", () => {
  test("the edges of the photo never come into the pane", () => {
    const corner = pan(scaled(1), frame, { xPx: 99_999, yPx: 99_999 });
    const opposite = pan(scaled(1), frame, { xPx: -99_999, yPx: -99_999 });

    expect(place(corner, frame)).toMatchObject({ leftPx: 0, topPx: 0 });
    expect(place(opposite, frame)).toMatchObject({ leftPx: 1200 - 6000, topPx: 900 - 4000 });
  });

  test("a drag moves it by as much, and back again at once from an edge", () => {
    const corner = pan(scaled(1), frame, { xPx: 99_999, yPx: 99_999 });
    const moved = place(pan(corner, frame, { xPx: -30, yPx: -20 }), frame);

    expect(moved).toMatchObject({ leftPx: -30, topPx: -20 });
  });

  test("a photo that is smaller than the pane stays in its middle", () => {
    expect(pan(FIT, frame, { xPx: 50, yPx: 50 })).toEqual(FIT);
    expect(place(pan(scaled(0.1), frame, { xPx: 50, yPx: 50 }), frame)).toEqual(
      place(scaled(0.1), frame),
    );
    expect([canPan(FIT, frame), canPan(scaled(0.1), frame), canPan(scaled(0.21), frame)]).toEqual([
      false,
      false,
      true,
    ]);
  });
});

test("a zoom keeps its scale and its part of the picture in a photo of another shape", () => {
  const zoom = scaled(1, 0.25, 0.75);
  const other = { ...frame, picture: { widthPx: 3000, heightPx: 5000 } };

  expect(partAt(zoom, middle).x).toBeCloseTo(0.25);
  expect(partAt(zoom, middle, other).x).toBeCloseTo(0.25);
  expect(place(zoom, other).scale).toBe(1);
  // Too near to the edge of a smaller one: it moves as little as it takes.
  const small = { ...frame, picture: { widthPx: 1500, heightPx: 1000 } };
  expect(place(zoom, small)).toMatchObject({ leftPx: 0, topPx: -100 });
});
