import { expect, test } from "vitest";
import { CommitBatch } from "../../../electron/engine/indexing/commit-batch.ts";

function recordingBatch(write?: (rows: readonly number[]) => Promise<boolean[]>) {
  const written: number[][] = [];
  const batch = new CommitBatch<number>({
    write:
      write ??
      (async (rows) => {
        written.push([...rows]);
        return rows.map((row) => row % 2 === 0);
      }),
    onWaiting: () => {},
  });
  return { batch, written };
}

test("rows that come together are written together, and each learns whether it held", async () => {
  const { batch, written } = recordingBatch();

  const results = await Promise.all([1, 2, 3, 4].map((row) => batch.add(row)));

  expect(written).toEqual([[1, 2, 3, 4]]);
  expect(results).toEqual([false, true, false, true]);
});

test("a full batch is written at once, what is left over follows", async () => {
  const { batch, written } = recordingBatch();

  await Promise.all(Array.from({ length: 130 }, (_, row) => batch.add(row)));

  expect(written.map((rows) => rows.length)).toEqual([64, 64, 2]);
});

test("ending writes what still waits", async () => {
  const { batch, written } = recordingBatch();
  const added = batch.add(2);

  await batch[Symbol.asyncDispose]();

  expect(await added).toBe(true);
  expect(written).toEqual([[2]]);
});

test("a write that fails rejects its rows and not the ones after it", async () => {
  let attempts = 0;
  const { batch } = recordingBatch(async (rows) => {
    if (++attempts === 1) throw new Error("disk full");
    return rows.map(() => true);
  });

  await expect(batch.add(1)).rejects.toThrow("disk full");
  expect(await batch.add(2)).toBe(true);
});
