import { PassThrough } from "node:stream";
import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";
import type { Reply } from "../../electron/contract/client.ts";
import { EngineHost } from "../../electron/main/engine-host.ts";
import { spawnEngine } from "../../electron/main/spawn-engine.ts";
import { until } from "../support/until.ts";

const entry = fileURLToPath(new URL("answering-program.ts", import.meta.url));

function startHost({ node = process.execPath, args = [] as string[] } = {}) {
  const log = new PassThrough();
  const told: string[] = [];
  const host = new EngineHost({
    start: () => spawnEngine({ node, entry, args }, log),
    onState: (state) => told.push(state),
    onRefused: () => {},
    onGivenUp: () => told.push("given up"),
    wait: () => Promise.resolve(),
    stopGraceMs: 100,
  });
  return { host, log, told };
}

function isAlive(reply: Reply): boolean {
  const { pid } = (reply as { value: { pid: number } }).value;
  try {
    return process.kill(pid, 0);
  } catch {
    return false;
  }
}

test("a real process is asked, heard and ended", async () => {
  const { host, log, told } = startHost();
  let text = "";
  log.on("data", (part: Buffer) => (text += part.toString()));

  const reply = await host.send("tag.add", { tag: "Żółw 🐢" });
  await until("a line of the log", () => text.includes("hello"));
  await host[Symbol.asyncDispose]();

  expect(reply).toMatchObject({
    ok: true,
    value: { node: process.versions.node, input: { tag: "Żółw 🐢" } },
  });
  expect(told).toEqual(["running"]);
  expect(isAlive(reply)).toBe(false);
});

test("a process that does not end when asked to is ended", async () => {
  const { host } = startHost({ args: ["deaf"] });
  const reply = await host.send("library.status", {});

  await host[Symbol.asyncDispose]();

  expect(isAlive(reply)).toBe(false);
});

test("a program that is not there is reported, not thrown", async () => {
  const { host, told } = startHost({ node: "no-such-program" });

  await until("the engine to be given up", () => told.includes("given up"));
  const reply = await host.send("library.status", {});

  expect(reply).toMatchObject({ error: { code: "engine-unavailable" } });
});
