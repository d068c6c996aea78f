import { EventEmitter } from "node:events";
import { expect, test } from "vitest";
import type { EngineEvent } from "../../electron/contract/events.ts";
import {
  PROTOCOL,
  type ClientMessage,
  type EngineMessage,
} from "../../electron/contract/messages.ts";
import type { EngineState } from "../../electron/contract/shell.ts";
import { EngineHost, type EngineProcess } from "../../electron/main/engine-host.ts";
import { progress } from "../link/fake-engine.ts";
import { until } from "../support/until.ts";

/** An engine process that does what the test says, and ends when it is told to stop. */
class FakeProcess extends EventEmitter implements EngineProcess {
  connected = true;
  obeys = true;
  readonly heard: ClientMessage[] = [];
  readonly killedWith: string[] = [];

  send(message: ClientMessage): boolean {
    this.heard.push(message);
    if (message.kind === "stop" && this.obeys) this.end();
    return true;
  }

  kill(signal: string): boolean {
    this.killedWith.push(signal);
    this.end();
    return true;
  }

  say(message: EngineMessage): void {
    this.emit("message", message);
  }

  end(): void {
    this.connected = false;
    this.emit("exit");
  }
}

function startHost(wait: (ms: number) => Promise<unknown> = () => Promise.resolve()) {
  const lives: FakeProcess[] = [];
  const told: string[] = [];
  const pauses: number[] = [];
  const clock = { nowMs: 0 };
  const host = new EngineHost({
    start: (setAside) => {
      if (setAside !== undefined) told.push(`without ${setAside}`);
      lives.push(new FakeProcess());
      return lives.at(-1)!;
    },
    onState: (state: EngineState) => told.push(state),
    onRefused: ({ code }) => told.push(`refused: ${code}`),
    onGivenUp: (reading) => told.push(reading ? `given up at ${reading}` : "given up"),
    wait: (ms) => {
      pauses.push(ms);
      return wait(ms);
    },
    now: () => clock.nowMs,
  });
  return { host, lives, told, pauses, clock };
}

const welcome = { kind: "welcome", protocol: PROTOCOL } as const;

test("a question reaches the engine and its answer comes back", async () => {
  const { host, lives } = startHost();

  const reply = host.send("library.status", {});
  lives[0]!.say({ kind: "reply", id: 1, reply: { ok: true, value: "fine" } });

  expect(await reply).toEqual({ ok: true, value: "fine" });
  expect(lives[0]!.heard).toEqual([{ kind: "request", id: 1, name: "library.status", input: {} }]);
});

test("a crashed engine is started again, and what waited for it fails", async () => {
  const { host, lives, told } = startHost();
  lives[0]!.say(welcome);
  const waiting = host.send("library.status", {});

  lives[0]!.end();
  await until("a second life", () => lives.length === 2);
  lives[1]!.say(welcome);

  expect(await waiting).toMatchObject({ ok: false, error: { code: "engine-unavailable" } });
  expect(told).toEqual(["running", "restarting", "running"]);
});

test("between two lives a question fails at once", async () => {
  const { host, lives, told } = startHost(() => new Promise(() => {}));
  lives[0]!.end();
  await until("the news of a restart", () => told.includes("restarting"));

  const reply = await host.send("library.status", {});

  expect(reply).toMatchObject({ ok: false, error: { code: "engine-unavailable" } });
});

test("events go on after a restart", async () => {
  const { host, lives } = startHost();
  const seen: EngineEvent[] = [];
  const unsubscribe = host.subscribe((event) => seen.push(event));

  lives[0]!.say({ kind: "event", event: progress(1) });
  lives[0]!.end();
  await until("a second life", () => lives.length === 2);
  lives[1]!.say({ kind: "event", event: progress(2) });
  unsubscribe();
  lives[1]!.say({ kind: "event", event: progress(3) });

  expect(seen).toEqual([progress(1), progress(2)]);
});

test("an engine that keeps ending is given up after five restarts, each after a longer pause", async () => {
  const { lives, told, pauses } = startHost();

  for (let life = 1; life <= 6; life++) {
    await until("the next life", () => lives.length === life);
    lives.at(-1)!.end();
  }
  await until("the engine to be given up", () => told.includes("given up"));

  expect(lives).toHaveLength(6);
  expect(pauses).toEqual([250, 500, 1000, 2000, 4000]);
  expect(told).toEqual([...Array<string>(5).fill("restarting"), "ended", "given up"]);
});

test("an engine that was given up names the photo that it began last, and starts again without it", async () => {
  const { host, lives, told } = startHost();
  const reading = {
    scanning: 0,
    done: 0,
    total: 1,
    failed: 0,
    perSecond: 0,
    path: "/photos/a.jpg",
  };
  for (let life = 1; life <= 6; life++) {
    await until("the next life", () => lives.length === life);
    lives.at(-1)!.say({ kind: "event", event: { name: "indexing.progress", payload: reading } });
    lives.at(-1)!.end();
  }
  await until("the news", () => told.includes("given up at /photos/a.jpg"));
  told.length = 0;

  host.startAgain("/photos/a.jpg");
  lives.at(-1)!.end();
  await until("one more life", () => lives.length === 8);
  lives.at(-1)!.say(welcome);
  lives.at(-1)!.end();
  await until("a life after a good one", () => lives.length === 9);

  expect(told).toEqual([
    "restarting",
    "without /photos/a.jpg",
    "restarting",
    "without /photos/a.jpg",
    "running",
    "restarting",
  ]);
});

test("a program that cannot be started counts as one that ends", async () => {
  const { lives } = startHost();

  lives[0]!.emit("error", new Error("spawn ENOENT"));

  await until("a second life", () => lives.length === 2);
});

test("an engine that lived for a minute begins a new count", async () => {
  const { lives, told, clock } = startHost();

  for (let life = 1; life <= 8; life++) {
    await until("the next life", () => lives.length === life);
    clock.nowMs += 60_000;
    lives.at(-1)!.end();
  }
  await until("a ninth life", () => lives.length === 9);

  expect(told).not.toContain("given up");
});

test("an engine that cannot open the library is not started again", async () => {
  const { lives, told } = startHost();

  lives[0]!.say({ kind: "refused", error: { code: "library-unreadable", message: "newer" } });
  lives[0]!.end();
  await until("the news of the end", () => told.includes("ended"));

  expect(lives).toHaveLength(1);
  expect(told).toEqual(["refused: library-unreadable", "ended"]);
});

test("an engine that is told to stop ends and stays so", async () => {
  const { host, lives, told } = startHost();

  await host[Symbol.asyncDispose]();

  expect(lives[0]!.heard).toEqual([{ kind: "stop" }]);
  expect(lives[0]!.killedWith).toEqual([]);
  expect([lives.length, told]).toEqual([1, []]);
});

test("stopping during the pause before a restart leaves nothing behind", async () => {
  const pause = Promise.withResolvers<undefined>();
  const { host, lives, told } = startHost(() => pause.promise);
  lives[0]!.end();
  await until("the news of a restart", () => told.includes("restarting"));

  await host[Symbol.asyncDispose]();
  pause.resolve(undefined);
  await pause.promise;

  expect(lives).toHaveLength(1);
});
