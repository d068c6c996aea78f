import { beforeEach, expect, test } from "vitest";
import { createClient, type Reply } from "../../../electron/contract/client.ts";
import type { PhotoId } from "../../../electron/contract/photo.ts";
import type { HistoryEdits } from "../../../renderer/src/library/history-edits.ts";
import { LabelEdits, type Judgement } from "../../../renderer/src/library/label-edits.ts";
import type { Notices, NoticeAction } from "../../../renderer/src/library/notices.svelte.ts";

const photo = { id: 5 as PhotoId, name: "IMG_5.jpg" };
const noTabby: Judgement = { photo, word: "tabby", label: "n02123045", verdict: "rejected" };

/** What was sent, as `label verdict`; what was told, with the entry that Undo is offered for; and which photos are to be read again. */
let sent: string[];
let told: string[];
let judged: number[];
let again: NoticeAction | undefined;
let reply: Reply;
let edits: LabelEdits;

beforeEach(() => {
  sent = [];
  told = [];
  judged = [];
  again = undefined;
  reply = { ok: true, value: { changed: 1, entry: 12 } };
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
      failChange: (_error: unknown, action: NoticeAction) => {
        told.push("failed");
        again = action;
      },
    } as unknown as Notices,
    history: {
      offerUndo: (text: string, entry: number | null) => void told.push(`${text} ${entry}`),
    } as unknown as HistoryEdits,
    refresh: () => {},
  });
  edits.onJudged((id) => judged.push(id));
});

test("what was said is told with the photo's name, and its entry can be undone", async () => {
  await edits.judge(noTabby);

  expect(sent).toEqual(["n02123045 rejected"]);
  expect(told).toEqual(["Said that IMG_5.jpg is no tabby. 12"]);
  expect(judged).toEqual([5]);
});

test("where nothing changed there is nothing to undo", async () => {
  reply = { ok: true, value: { changed: 0, entry: null } };
  await edits.judge(noTabby);

  expect(told).toEqual(["Said that IMG_5.jpg is no tabby. null"]);
});

test("a failure is told, the photo is read again, and it can be tried again", async () => {
  reply = { ok: false, error: { code: "disk-full", message: "expected space but got none" } };
  await edits.judge(noTabby);
  expect(told).toEqual(["failed"]);
  expect(judged).toEqual([5]);

  reply = { ok: true, value: { changed: 1, entry: 12 } };
  again?.run();

  await expect.poll(() => told).toEqual(["failed", "Said that IMG_5.jpg is no tabby. 12"]);
});
