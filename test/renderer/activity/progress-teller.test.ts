import { expect, test } from "vitest";
import { ProgressTeller } from "../../../renderer/src/activity/progress-teller.ts";

const IDLE = { scanning: 0, done: 22, total: 22, failed: 0, perSecond: 0 };
const READING = { ...IDLE, scanning: 1 };
const INDEXING = { ...IDLE, done: 3 };

function tellerOf(countPhotos: () => Promise<number>) {
  const heard: string[] = [];
  return { heard, teller: new ProgressTeller({ countPhotos, tell: (text) => heard.push(text) }) };
}

test("the end of indexing is told with the photos that the engine counts then", async () => {
  let photos = 0;
  const { heard, teller } = tellerOf(() => Promise.resolve(photos));
  await teller.notice(INDEXING);
  photos = 22;
  await teller.notice(IDLE);

  expect(heard).toEqual(["Indexing started.", "Indexing finished. 22 photos."]);
});

test("what did not change is not told again", async () => {
  const { heard, teller } = tellerOf(() => Promise.resolve(3));
  await teller.notice(IDLE);
  await teller.notice(INDEXING);
  await teller.notice(INDEXING);

  expect(heard).toEqual(["Indexing started."]);
});

test("an end is not told while indexing has begun again", async () => {
  const count = Promise.withResolvers<number>();
  const { heard, teller } = tellerOf(() => count.promise);
  await teller.notice(INDEXING);
  const end = teller.notice(IDLE);
  await teller.notice(INDEXING);
  count.resolve(20);
  await end;

  expect(heard).toEqual(["Indexing started.", "Indexing started."]);
});

test("nothing is told of an end whose photos cannot be counted", async () => {
  const { heard, teller } = tellerOf(() => Promise.reject(new Error("the engine is away")));
  await teller.notice(INDEXING);
  await teller.notice(IDLE);

  expect(heard).toEqual(["Indexing started."]);
});

test("a walk of the folders is told only by the photos that it finds, and ends with the last of them", async () => {
  const { heard, teller } = tellerOf(() => Promise.resolve(22));
  await teller.notice(READING);
  await teller.notice(IDLE);

  expect(heard).toEqual([]);

  for (const progress of [READING, INDEXING, READING, INDEXING, IDLE])
    await teller.notice(progress);

  expect(heard).toEqual(["Indexing started.", "Indexing finished. 22 photos."]);
});
