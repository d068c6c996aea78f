import { utimes, writeFile, readdir } from "node:fs/promises";
import { expect, test } from "vitest";
import { defaultLibraryFolder } from "../../../electron/engine/support/default-library.ts";
import { foldText } from "../../../electron/contract/fold-text.ts";
import { folderBytes } from "../../../electron/engine/support/folder-bytes.ts";
import { pruneFolder } from "../../../electron/engine/support/prune-folder.ts";
import { Serial } from "../../../electron/engine/support/serial.ts";
import { Throttle } from "../../../electron/engine/support/throttle.ts";
import { tempFolder } from "../../support/temp-folder.ts";
import { until } from "../../support/until.ts";

test("jobs run one after the other, and a failed one does not stop the next", async () => {
  const serial = new Serial();
  const order: string[] = [];
  const gate = Promise.withResolvers<void>();

  const first = serial.run(async () => {
    await gate.promise;
    order.push("first");
    throw new Error("no");
  });
  const second = serial.run(async () => order.push("second"));
  gate.resolve();

  await expect(first).rejects.toThrow("no");
  await second;
  expect(order).toEqual(["first", "second"]);
});

test("many requests become few calls, and the last request is never lost", async () => {
  let calls = 0;
  const throttle = new Throttle(20, () => calls++);

  throttle.request();
  throttle.request();
  await until("the first call", () => calls === 1);
  throttle.request();
  throttle.request();
  await until("the second call", () => calls === 2);

  throttle.flush();
  expect(calls).toBe(2);
});

test("pruning removes what was used longest ago, until little enough is left", async () => {
  await using folder = await tempFolder();
  for (const [name, second] of [
    ["old", 1],
    ["middle", 2],
    ["new", 3],
  ] as const) {
    await writeFile(folder.at(name), "12345");
    await utimes(folder.at(name), second, second);
  }

  await pruneFolder(folder.path, 10);

  expect((await readdir(folder.path)).sort()).toEqual(["middle", "new"]);
  expect(await folderBytes(folder.path)).toBe(10);
});

test("each system keeps the library where its users expect their data", () => {
  expect(defaultLibraryFolder("linux", { XDG_DATA_HOME: "/data" })).toBe("/data/semblance");
  expect(defaultLibraryFolder("linux", {})).toMatch(/\.local\/share\/semblance$/);
  expect(defaultLibraryFolder("win32", { LOCALAPPDATA: "C:\\Local" })).toMatch(/Semblance$/);
  expect(defaultLibraryFolder("darwin", {})).toMatch(/Library\/Application Support\/Semblance$/);
});

test("text is compared without its case and however its accents are composed", () => {
  expect(foldText("ÉTÉ")).toBe(foldText("e\u0301te\u0301"));
});
