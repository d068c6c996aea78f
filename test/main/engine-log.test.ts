import { once } from "node:events";
import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, onTestFinished, test } from "vitest";
import { openEngineLog } from "../../electron/main/engine-log.ts";

test("the log of the run before is kept", async () => {
  const folder = await mkdtemp(join(tmpdir(), "semblance-log-"));
  onTestFinished(() => rm(folder, { recursive: true }));

  for (const run of ["first", "second", "third"]) {
    const log = openEngineLog(join(folder, "logs"));
    log.end(run);
    await once(log, "close");
  }

  expect(await readFile(join(folder, "logs", "engine.previous.log"), "utf8")).toBe("second");
  expect(await readFile(join(folder, "logs", "engine.log"), "utf8")).toBe("third");
});
