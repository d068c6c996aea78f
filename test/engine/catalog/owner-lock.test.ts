import { spawn } from "node:child_process";
import { once } from "node:events";
import { expect, test } from "vitest";
import { takeOwnerLock } from "../../../electron/engine/catalog/owner-lock.ts";
import { tempFolder } from "../../support/temp-folder.ts";

test("a library has one owner at a time", async () => {
  await using folder = await tempFolder();
  const file = folder.at("owner.db");

  const first = takeOwnerLock(file);
  const second = takeOwnerLock(file);
  first?.[Symbol.dispose]();
  const third = takeOwnerLock(file);

  expect(first).toBeDefined();
  expect(second).toBeUndefined();
  expect(third).toBeDefined();
  third?.[Symbol.dispose]();
});

test("the lock of a killed process is free", async () => {
  await using folder = await tempFolder();
  const file = folder.at("owner.db");
  const module = new URL("../../../electron/engine/catalog/owner-lock.ts", import.meta.url).href;
  const script = `const { takeOwnerLock } = await import(${JSON.stringify(module)});
    globalThis.lock = takeOwnerLock(${JSON.stringify(file)});
    console.log("taken"); setInterval(() => {}, 1000);`;
  const child = spawn(process.execPath, ["--input-type=module", "-e", script], {
    stdio: ["ignore", "pipe", "inherit"],
  });
  await once(child.stdout, "data");
  const whileAlive = takeOwnerLock(file);

  child.kill("SIGKILL");
  await once(child, "exit");
  const afterwards = takeOwnerLock(file);

  expect(whileAlive).toBeUndefined();
  expect(afterwards).toBeDefined();
  afterwards?.[Symbol.dispose]();
});
