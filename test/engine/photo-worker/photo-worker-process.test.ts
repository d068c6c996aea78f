import { spawn } from "node:child_process";
import { once } from "node:events";
import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";
import { isAlive } from "../../support/is-alive.ts";
import { until } from "../../support/until.ts";

test("the photo worker ends with the engine that started it, however that ends", async () => {
  const owner = spawn(process.execPath, [fileURLToPath(new URL("./owner.ts", import.meta.url))], {
    stdio: ["ignore", "pipe", "inherit"],
  });
  const [line] = (await once(owner.stdout, "data")) as [Buffer];
  const pid = Number(line.toString());
  expect(isAlive(pid)).toBe(true);

  owner.kill("SIGKILL");

  await until("the photo worker's end", () => !isAlive(pid));
});
