import { expect, test } from "vitest";
import { fromAspectByte, toAspectByte } from "../../electron/contract/aspect.ts";
import { createClient, type Reply } from "../../electron/contract/client.ts";
import { LibraryError, toWireError } from "../../electron/contract/errors.ts";
import type { ClientMessage } from "../../electron/contract/messages.ts";
import { RequestChannel } from "../../electron/contract/request-channel.ts";
import { mayAsk, requests, type RequestName } from "../../electron/contract/requests.ts";

test("one byte holds an aspect ratio to within six in a thousand", () => {
  for (const [width, height] of [
    [3, 2],
    [2, 3],
    [4, 3],
    [16, 9],
    [1, 1],
    [1, 3.9],
    [3.9, 1],
  ] as const) {
    const error = fromAspectByte(toAspectByte(width, height)) / (width / height) - 1;
    expect(Math.abs(error)).toBeLessThan(0.006);
  }
});

test("panoramas beyond four to one are clamped", () => {
  expect(toAspectByte(20, 1)).toBe(255);
  expect(toAspectByte(1, 20)).toBe(0);
});

test("every request has at least one caller, and pages never send paths", () => {
  const names = Object.keys(requests) as RequestName[];
  const takesPath = names.filter((name) =>
    /"paths?"/.test(JSON.stringify(Object.keys(shapeOf(name)))),
  );

  expect(names.filter((name) => new Set<string>(requests[name].callers).size === 0)).toEqual([]);
  expect(takesPath.length).toBeGreaterThan(0);
  expect(takesPath.filter((name) => mayAsk(["renderer", "host"], name))).toEqual([]);
});

function shapeOf(name: RequestName): object {
  return requests[name].input.shape;
}

test("replies find their requests whatever the order they come in", async () => {
  const posted: ClientMessage[] = [];
  const channel = new RequestChannel((message) => posted.push(message));
  const first = channel.send("folder.list", {});
  const second = channel.send("library.status", {});

  channel.receive({ kind: "reply", id: 2, reply: { ok: true, value: "second" } });
  channel.receive({ kind: "reply", id: 1, reply: { ok: true, value: "first" } });

  expect(posted).toMatchObject([
    { id: 1, name: "folder.list" },
    { id: 2, name: "library.status" },
  ]);
  expect(await Promise.all([first, second])).toEqual([
    { ok: true, value: "first" },
    { ok: true, value: "second" },
  ]);
});

test("when the connection ends, what waits fails and so does what comes later", async () => {
  const channel = new RequestChannel(() => {});
  const waiting = channel.send("folder.list", {});

  channel.close();

  const replies = [await waiting, await channel.send("folder.list", {})];
  expect(replies.map((reply) => !reply.ok && reply.error.code)).toEqual([
    "engine-unavailable",
    "engine-unavailable",
  ]);
});

test("a failed reply is an error with its code on the caller's side", async () => {
  const failed: Reply = { ok: false, error: { code: "folder-unknown", message: "there is none" } };
  const client = createClient<"cli">({ send: async () => failed, subscribe: () => () => {} });

  await expect(client.request("folder.list", {})).rejects.toEqual(
    new LibraryError("folder-unknown", "there is none"),
  );
});

test("what was not anticipated crosses the contract without its details", () => {
  expect(toWireError(new TypeError("secret internals"))).toEqual({
    code: "unexpected",
    message: expect.not.stringContaining("secret"),
  });
});
