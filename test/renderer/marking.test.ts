import { expect, test } from "vitest";
import type { Photo, PhotoId } from "../../electron/contract/photo.ts";
import { Marking } from "../../renderer/src/marking.ts";
import type { Workspace } from "../../renderer/src/workspace.svelte.ts";

/** So many photos are selected, the first of them has the focus; what is done with them, in order. */
function windowOver(
  count: number,
  { isViewing = false, isJudging = false, colour = null as string | null } = {},
) {
  const done: unknown[] = [];
  const photos = Array.from(
    { length: count },
    (_, at) => ({ id: (at + 1) as PhotoId, colourLabel: colour }) as Photo,
  );
  const touched = isViewing || isJudging ? photos.slice(0, 1) : photos;
  const selection = {
    focus: 0,
    focusedPhoto: photos[0],
    targetCount: count,
    targetPhotos: () => photos,
    set: { total: 9 },
    apply: (index: number) => done.push(["focus", index]),
  };
  const workspace = {
    isCovered: isViewing || isJudging,
    shownPhoto: isViewing || isJudging ? photos[0] : undefined,
    judging: {
      view: isJudging ? {} : undefined,
      marked: (...told: unknown[]) => isJudging && done.push(told),
    },
    selection,
    target: () => Promise.resolve({ ids: touched.map(({ id }) => id), known: touched }),
    focusGrid: () => Promise.resolve(),
    library: {
      notices: {
        refuse: (text: string) => done.push(text),
        fail: (error: unknown) => done.push(error),
      },
      valueEdits: {
        set: (change: object, ids: readonly PhotoId[], { isQuiet = false }) => {
          done.push([change, ids.length]);
          if (isQuiet) done.push("quiet");
          return Promise.resolve(true);
        },
      },
    },
  } as unknown as Workspace;
  return { marking: new Marking(workspace), done };
}

const stay = { isNext: false };

test("a key that would change more than 500 photos asks for a second press of the same key", async () => {
  const { marking, done } = windowOver(4213);

  await marking.press("rating-3", stay);
  await marking.press("pick", stay);
  await marking.press("pick", stay);
  await marking.press("pick", stay);

  expect(done).toEqual([
    "Press 3 again to rate 4,213 photos.",
    "Press P again to flag 4,213 photos.",
    [{ flag: "pick" }, 4213],
    "Press P again to flag 4,213 photos.",
  ]);
});

test("500 photos are marked at once, and so is everything from a menu", async () => {
  const few = windowOver(500);
  await few.marking.press("reject", stay);
  const many = windowOver(4213);
  await many.marking.set({ rating: 1 });

  expect(few.done).toEqual([[{ flag: "reject" }, 500]]);
  expect(many.done).toEqual([[{ rating: 1 }, 4213]]);
});

test("in the viewer a mark goes to the photo on the screen alone, and then to the next", async () => {
  const { marking, done } = windowOver(600, { isViewing: true });

  await marking.press("rating-5", { isNext: true });

  expect(done).toEqual([
    [{ rating: 5 }, 1],
    ["focus", 1],
  ]);
});

test("where photos are judged, marks are quiet and the view itself goes on", async () => {
  const { marking, done } = windowOver(3, { isJudging: true });

  await marking.press("pick", { isNext: true });

  expect(done).toEqual([[{ flag: "pick" }, 1], "quiet", [{ flag: "pick" }, { isNext: true }]]);
});

test("several photos are marked without going on", async () => {
  const { marking, done } = windowOver(3);

  await marking.press("unflag", { isNext: true });

  expect(done).toEqual([[{ flag: "none" }, 3]]);
});

test("a colour that all of the photos have is taken away, any other given", async () => {
  const red = windowOver(2, { colour: "red" });
  await red.marking.press("red", stay);
  await red.marking.press("blue", stay);

  expect(red.done).toEqual([
    [{ colourLabel: "none" }, 2],
    [{ colourLabel: "blue" }, 2],
  ]);
});
