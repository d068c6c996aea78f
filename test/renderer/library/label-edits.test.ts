import { beforeEach, expect, test } from "vitest";
import { createClient, type Reply } from "../../../electron/contract/client.ts";
import type { PhotoId } from "../../../electron/contract/photo.ts";
import { LabelEdits, type Judgement } from "../../../renderer/src/library/label-edits.ts";
import type { Notices, NoticeAction } from "../../../renderer/src/library/notices.svelte.ts";

const photo = { id: 5 as PhotoId, name: "IMG_5.jpg" };
const noTabby: Judgement = {
  photo,
  word: "tabby",
  label: "n02123045",
  verdict: "rejected",
  before: [],
};

/** What was sent, as `label verdict`; what was told; and which photos are to be read again. */
let sent: string[];
let told: string[];
let judged: number[];
let action: NoticeAction | undefined;
let whenTold: PromiseWithResolvers<string>;
let reply: Reply;
let edits: LabelEdits;

beforeEach(() => {
  sent = [];
  told = [];
  judged = [];
  action = undefined;
  whenTold = Promise.withResolvers();
  reply = { ok: true, value: { changed: 1 } };
  const tell = (text: string): void => {
    told.push(text);
    whenTold.resolve(text);
  };
  edits = new LabelEdits({
    client: createClient({
      send: async (_name, input): Promise<Reply> => {
        const { label, verdict } = input as { label: string; verdict: string | null };
        sent.push(`${label} ${verdict}`);
        return reply;
      },
      subscribe: () => () => {},
    }),
    notices: {
      show: tell,
      showUndoable: (text: string, undo: NoticeAction) => {
        told.push(text);
        action = undo;
      },
      fail: (_error: unknown, again: NoticeAction) => {
        told.push("failed");
        action = again;
      },
    } as unknown as Notices,
    refresh: () => {},
  });
  edits.onJudged((id) => judged.push(id));
});

test("what was said is told with the photo's name, and Undo takes it back", async () => {
  await edits.judge(noTabby);
  expect(told).toEqual(["Said that IMG_5.jpg is no tabby."]);

  action?.run();
  await whenTold.promise;

  expect(sent).toEqual(["n02123045 rejected", "n02123045 null"]);
  expect(judged).toEqual([5, 5]);
});

test("Undo of a changed mind says again what was said before", async () => {
  await edits.judge({ ...noTabby, before: [{ label: "n02123045", verdict: "confirmed" }] });
  action?.run();
  await whenTold.promise;

  expect(sent).toEqual(["n02123045 rejected", "n02123045 confirmed"]);
});

test("Undo brings back what was taken back along with it", async () => {
  const noCat = { ...noTabby, word: "cat", label: "cat" };
  await edits.judge({ ...noCat, before: [{ label: "n02123045", verdict: "confirmed" }] });
  action?.run();
  await whenTold.promise;

  expect(sent).toEqual(["cat rejected", "cat null", "n02123045 confirmed"]);
});

test("a failure is told, the photo is read again, and it can be tried again", async () => {
  reply = { ok: false, error: { code: "disk-full", message: "expected space but got none" } };
  await edits.judge(noTabby);
  expect(told).toEqual(["failed"]);
  expect(judged).toEqual([5]);

  reply = { ok: true, value: { changed: 1 } };
  action?.run();

  await expect.poll(() => told).toEqual(["failed", "Said that IMG_5.jpg is no tabby."]);
});
