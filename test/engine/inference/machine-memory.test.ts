import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdir, readdir, utimes, writeFile } from "node:fs/promises";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { z } from "zod";
import { readMachine, writeMachine } from "../../../electron/engine/inference/machine-memory.ts";
import { tempFolder, type TempFolder } from "../../support/temp-folder.ts";

const speeds = { name: "speeds", entry: z.number() };
const verdicts = { name: "verdicts", entry: z.object({ kind: z.string() }) };

let temp: TempFolder;

beforeEach(async () => {
  temp = await tempFolder();
  vi.stubEnv("SEMBLANCE_USER_MODELS", temp.at("models"));
});

afterEach(async () => {
  vi.unstubAllEnvs();
  await temp[Symbol.asyncDispose]();
});

test("what was found out is remembered by section and key", async () => {
  await writeMachine(speeds, "a", 1);
  await writeMachine(verdicts, "a", { kind: "usable" });
  await writeMachine(speeds, "b", 2);
  await writeMachine(speeds, "a", 3);

  expect([...(await readMachine(speeds))]).toEqual([
    ["a", 3],
    ["b", 2],
  ]);
  expect((await readMachine(verdicts)).get("a")).toEqual({ kind: "usable" });
  expect(await readdir(temp.at("models"))).toEqual(["machine.json"]);
});

test("nothing is known before", async () => {
  expect((await readMachine(speeds)).size).toBe(0);
});

test.each(["", "{", "[]", '{"speeds": 3}', '{"speeds": {"a": "fast"}}'])(
  "a damaged file, %s, is an empty one and is written over",
  async (text) => {
    await mkdir(temp.at("models"));
    await writeFile(temp.at("models", "machine.json"), text);

    expect((await readMachine(speeds)).size).toBe(0);
    await writeMachine(speeds, "b", 2);

    expect([...(await readMachine(speeds))]).toEqual([["b", 2]]);
  },
);

test.each([
  ["whose number nobody has", "999999999", 0],
  ["whose number somebody has again", String(process.pid), 3_600_000],
])("the lock of a killed program, %s, is taken away", async (_whose, pid, ageMs) => {
  const lock = temp.at("models", "machine.json.lock");
  await mkdir(temp.at("models"));
  await writeFile(lock, pid);
  const written = new Date(Date.now() - ageMs);
  await utimes(lock, written, written);

  await writeMachine(speeds, "a", 1);

  expect((await readMachine(speeds)).get("a")).toBe(1);
});

test("programs that write at the same time lose nothing of each other's", async () => {
  const module = new URL("../../../electron/engine/inference/machine-memory.ts", import.meta.url);
  const script = `
    import { z } from "zod";
    const { writeMachine } = await import(${JSON.stringify(module.href)});
    const section = { name: "speeds", entry: z.number() };
    for (let i = 0; i < 20; i++) await writeMachine(section, process.env.WRITER + i, i);`;
  const writers = ["x", "y", "z"].map((WRITER) =>
    spawn(process.execPath, ["--input-type=module", "--eval", script], {
      env: { ...process.env, WRITER },
      stdio: "inherit",
    }),
  );

  const codes = await Promise.all(writers.map((writer) => once(writer, "exit")));

  expect(codes.map(([code]) => code as number)).toEqual([0, 0, 0]);
  expect((await readMachine(speeds)).size).toBe(60);
});
