import { expect, test } from "vitest";
import { WebSocket as Client } from "ws";
import { createClient } from "../../electron/contract/client.ts";
import type { EngineEvent } from "../../electron/contract/events.ts";
import { connectLink } from "../../electron/link/connect-link.ts";
import { startOwnerListener } from "../../electron/link/owner-listener.ts";
import { FakeEngine, ok, progress } from "./fake-engine.ts";
import { until } from "../support/until.ts";

/** What a process of the same account may stand in for. */
const everyone = ["cli", "renderer", "host", "shell", "media"];

async function openLink(engine: FakeEngine) {
  const listener = await startOwnerListener(engine);
  const link = await connectLink(listener);
  return {
    listener,
    link,
    client: createClient<"cli">(link.transport),
    async [Symbol.asyncDispose]() {
      link.close();
      await listener[Symbol.asyncDispose]();
    },
  };
}

test("another process asks the owner's engine as the command line", async () => {
  const engine = new FakeEngine({ "tag.list": () => ok([{ tag: "Lisbon", count: 3 }]) });
  await using open = await openLink(engine);

  const tags = await open.client.request("tag.list", {});

  expect(tags).toEqual([{ tag: "Lisbon", count: 3 }]);
  expect(engine.asked).toEqual([{ callers: everyone, name: "tag.list", input: {} }]);
});

test("a failure arrives as a LibraryError with its code", async () => {
  const engine = new FakeEngine({
    "folder.add": () => ({ ok: false, error: { code: "folder-overlaps", message: "no" } }),
  });
  await using open = await openLink(engine);

  const answer = open.client.request("folder.add", { path: "/photos" });

  await expect(answer).rejects.toMatchObject({ name: "LibraryError", code: "folder-overlaps" });
});

test("answers find their questions in whatever order they come", async () => {
  let release: () => void = () => {};
  const first = new Promise<void>((resolve) => (release = resolve));
  const engine = new FakeEngine({
    "photo.find": () => first.then(() => ok("slow")),
    "tag.list": () => ok("quick"),
  });
  await using open = await openLink(engine);

  const slow = open.client.request("photo.find", { paths: ["/a.jpg"] });
  const quick = await open.client.request("tag.list", {});
  release();

  expect([await slow, quick]).toEqual(["slow", "quick"]);
});

test("events arrive in order and end with the link", async () => {
  const engine = new FakeEngine();
  await using open = await openLink(engine);
  const seen: EngineEvent[] = [];
  open.client.subscribe((event) => seen.push(event));

  engine.emit(progress(1));
  engine.emit(progress(2));
  await until("both events", () => seen.length === 2);
  open.link.close();
  await open.link.closed;
  await until("the end of the subscription", () => engine.subscribers === 0);

  expect(seen).toEqual([progress(1), progress(2)]);
});

test("a tag on 100,000 photos fits into one message", async () => {
  const engine = new FakeEngine({ "tag.add": () => ok({ changed: 100_000 }) });
  await using open = await openLink(engine);
  const photos = Array.from({ length: 100_000 }, (_, index) => 9_000_000_000 + index);

  const changed = await open.link.transport.send("tag.add", { tag: "Lisbon", photos });

  expect(changed).toEqual(ok({ changed: 100_000 }));
  expect(engine.asked[0]?.input).toEqual({ tag: "Lisbon", photos });
});

test("a reply of many megabytes arrives whole", async () => {
  const embedding = "0.123456789,".repeat(2_000_000);
  const engine = new FakeEngine({ "file.embed": () => ok(embedding) });
  await using open = await openLink(engine);

  const reply = await open.link.transport.send("file.embed", {});

  expect(reply).toEqual(ok(embedding));
});

test("when the owner ends, what is waiting fails with engine-unavailable", async () => {
  const engine = new FakeEngine({ "tag.list": () => new Promise(() => {}) });
  const open = await openLink(engine);
  const waiting = open.link.transport.send("tag.list", {});
  await until("the question to arrive", () => engine.asked.length === 1);

  await open[Symbol.asyncDispose]();
  await open.link.closed;

  expect(await waiting).toMatchObject({ ok: false, error: { code: "engine-unavailable" } });
  await expect(connectLink(open.listener)).rejects.toMatchObject({ code: "engine-unavailable" });
});

test("a wrong token is refused", async () => {
  await using listener = await startOwnerListener(new FakeEngine());

  const link = connectLink({ port: listener.port, token: "guessed" });

  await expect(link).rejects.toMatchObject({ code: "engine-unavailable" });
});

test.each([
  ["a page of any origin", { headers: { Origin: "http://127.0.0.1:80" } }],
  ["a name that was made to resolve to this machine", { headers: { Host: "evil.example" } }],
])("the owner does not listen to %s", async (_, options) => {
  await using listener = await startOwnerListener(new FakeEngine());

  const client = new Client(`ws://127.0.0.1:${listener.port}/link`, options);

  const error = await new Promise((resolve) => client.once("error", resolve));
  expect(String(error)).toContain("403");
});
