import { expect, test } from "vitest";
import type { Fingerprint, PhotoId } from "../../../electron/contract/photo.ts";
import { folderName } from "../../../renderer/src/library/folder-name.ts";
import {
  previewUrl,
  setMediaRoot,
  thumbnailOf,
  videoUrl,
} from "../../../renderer/src/library/media-url.ts";
import { folderQuery, labelQuery, tagQuery } from "../../../renderer/src/library/query-text.ts";
import { matchingTags } from "../../../renderer/src/library/tag-suggestions.ts";
import { Throttle } from "../../../renderer/src/library/throttle.ts";

const fingerprint: Fingerprint = "a".repeat(64);

test("pictures are addressed by fingerprint and id, under the root of the host", () => {
  expect(thumbnailOf({ kind: "photo", state: "indexed", fingerprint, turn: 0 })).toBeUndefined();
  setMediaRoot("/media/secret");

  expect(thumbnailOf({ kind: "photo", state: "indexed", fingerprint, turn: 0 })).toBe(
    `/media/secret/thumbnail/${fingerprint}`,
  );
  expect(previewUrl(7 as PhotoId)).toBe("/media/secret/preview/7");
  expect(previewUrl(7 as PhotoId, 90)).toBe("/media/secret/preview/7?turn=90");
  expect(thumbnailOf({ kind: "photo", state: "indexed", fingerprint, turn: 270 })).toBe(
    `/media/secret/thumbnail/${fingerprint}?turn=270`,
  );
  expect(videoUrl(7 as PhotoId)).toBe("/media/secret/video/7");
});

test("a photo that cannot be shown has no thumbnail to ask for", () => {
  expect(thumbnailOf({ kind: "photo", state: "failed", fingerprint, turn: 0 })).toBeUndefined();
  expect(thumbnailOf({ kind: "photo", state: "seen", fingerprint: null, turn: 0 })).toBeUndefined();
});

test("a video has no thumbnail to ask for", () => {
  expect(thumbnailOf({ kind: "video", state: "shown", fingerprint, turn: 0 })).toBeUndefined();
});

test("a folder is called by the last part of its path, on every platform", () => {
  expect(["/home/ada/Pictures", "C:\\Photos\\2023\\", "/", "D:\\"].map(folderName)).toEqual([
    "Pictures",
    "2023",
    "/",
    "D:",
  ]);
});

test("values of several words are quoted", () => {
  expect([tagQuery("New York"), labelQuery("dog"), folderQuery("C:\\My photos")]).toEqual([
    'tag:"New York"',
    "label:dog",
    'folder:"C:\\My photos"',
  ]);
});

test("tags that begin like the text come before those that hold it", () => {
  const tags = [
    { tag: "Places/Lisbon", count: 9 },
    { tag: "Publisher", count: 50 },
    { tag: "Lisbon", count: 2 },
    { tag: "Work", count: 100 },
  ];

  expect(matchingTags(tags, "lis").map(({ tag }) => tag)).toEqual([
    "Lisbon",
    "Places/Lisbon",
    "Publisher",
  ]);
  expect(matchingTags(tags, "", ["Work"])[0]?.tag).toBe("Publisher");
});

test("calls while a task runs become one more run", async () => {
  const runs: PromiseWithResolvers<undefined>[] = [];
  const begun: (() => void)[] = [];
  const throttle = new Throttle(0, async () => {
    const run = Promise.withResolvers<undefined>();
    runs.push(run);
    begun.shift()?.();
    await run.promise;
  });
  const first = new Promise<void>((resolve) => begun.push(resolve));
  throttle.run();
  await first;
  throttle.run();
  throttle.run();
  const second = new Promise<void>((resolve) => begun.push(resolve));
  runs[0]!.resolve(undefined);
  await second;

  expect(runs).toHaveLength(2);
  runs[1]!.resolve(undefined);
});
