import { expect, test } from "vitest";
import type { PhotoId } from "../../../../electron/contract/photo.ts";
import {
  countAfter,
  flaggedAfter,
  noteFlag,
} from "../../../../renderer/src/viewer/cull/flag-changes.ts";

const [first, second, third] = [1, 2, 3] as PhotoId[];

test("counts follow each flag from what it was when culling began to what it is", () => {
  const picked = noteFlag(undefined, null, "pick");
  const thrownOut = noteFlag(noteFlag(undefined, "pick", null), null, "reject");
  const undone = noteFlag(noteFlag(undefined, "reject", "pick"), "pick", "reject");

  expect(countAfter({ pick: 5, reject: 2 }, [picked, thrownOut, undone])).toEqual({
    pick: 5,
    reject: 3,
  });
});

test("a photo that left the query with its flag is flagged all the same, one that lost its flag is not", () => {
  const changes = [
    [second!, { before: "reject", now: "pick" }],
    [third!, { before: null, now: "reject" }],
  ] as const;

  expect(flaggedAfter([first!, second!], "reject", changes)).toEqual([first, third]);
});
