import { expect, test } from "vitest";
import { ProgressTeller } from "../../../renderer/src/activity/progress-teller.ts";

function tellerOf(countPhotos: () => Promise<number>) {
  const heard: string[] = [];
  return { heard, teller: new ProgressTeller({ countPhotos, tell: (text) => heard.push(text) }) };
}

test("the end of indexing is told with the photos that the engine counts then", async () => {
  let photos = 0;
  const { heard, teller } = tellerOf(() => Promise.resolve(photos));
  await teller.notice(true);
  photos = 22;
  await teller.notice(false);

  expect(heard).toEqual(["Indexing started.", "Indexing finished. 22 photos."]);
});

test("what did not change is not told again", async () => {
  const { heard, teller } = tellerOf(() => Promise.resolve(3));
  await teller.notice(false);
  await teller.notice(true);
  await teller.notice(true);

  expect(heard).toEqual(["Indexing started."]);
});

test("an end is not told while indexing has begun again", async () => {
  const count = Promise.withResolvers<number>();
  const { heard, teller } = tellerOf(() => count.promise);
  await teller.notice(true);
  const end = teller.notice(false);
  await teller.notice(true);
  count.resolve(20);
  await end;

  expect(heard).toEqual(["Indexing started.", "Indexing started."]);
});

test("nothing is told of an end whose photos cannot be counted", async () => {
  const { heard, teller } = tellerOf(() => Promise.reject(new Error("the engine is away")));
  await teller.notice(true);
  await teller.notice(false);

  expect(heard).toEqual(["Indexing started."]);
});
