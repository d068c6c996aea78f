import { expect, test } from "vitest";
import { loadOutline } from "../../../renderer/src/map/world-outline.ts";

interface Point {
  readonly x: number;
  readonly y: number;
}

function lines(path: string): readonly (readonly Point[])[] {
  return path
    .split("M")
    .filter((line) => line !== "")
    .map((line) => line.replace("Z", "").split("L").map(toPoint));
}

function toPoint(text: string): Point {
  const [x, y] = text.split(" ").map(Number);
  return { x: x!, y: y! };
}

test("the outline of the world has the land and the borders between countries, from one edge of its square to the other", async () => {
  const { land, borders } = await loadOutline();

  for (const path of [land, borders]) {
    const points = lines(path).flat();
    expect(points.length).toBeGreaterThan(500);
    for (const { x, y } of points) {
      expect(y).toBeGreaterThanOrEqual(0);
      expect(y).toBeLessThanOrEqual(1000);
      // The rest of what lies across the antimeridian is in the next square.
      expect(x).toBeGreaterThan(-500);
      expect(x).toBeLessThan(1500);
    }
  }
  expect(lines(land).length).toBeGreaterThan(100);
});

test("no coast and no border runs across the map where a country lies on both sides of the antimeridian", async () => {
  const { land, borders } = await loadOutline();
  const longest = [...lines(land), ...lines(borders)].flatMap((line) =>
    line.slice(1).map((point, at) => ({ across: Math.abs(point.x - line[at]!.x), y: point.y })),
  );

  // Only the edge of the map itself, where Antarctica ends, is as long as the map.
  expect(longest.filter(({ across, y }) => across > 200 && y < 999)).toEqual([]);
});
