import { spawnSync } from "node:child_process";
import { mkdir } from "node:fs/promises";
import { expect, test } from "vitest";
import { tempFolder } from "../../support/temp-folder.ts";

const MODULES = new URL("../../../electron/engine/watching/", import.meta.url).href;

/** Watches a folder and prints the code of the first failure, or "none". */
const PROGRAM = `
  const { FolderWatcher } = await import("${MODULES}folder-watcher.ts");
  const { createIsIgnored } = await import("${MODULES}ignored-paths.ts");
  let code = "none";
  const reports = { dirty: async () => {}, failed: (error) => (code = error.code) };
  const watcher = new FolderWatcher(process.argv[1], reports, createIsIgnored({}));
  await watcher.ready;
  await watcher[Symbol.asyncDispose]();
  console.log(code);
`;

/** Runs it where the user may watch so many directories: a limit of a user namespace (user_namespaces(7)). */
function watchWithin(watches: number, folder: string): string {
  const limit = `echo ${watches} > /proc/sys/user/max_inotify_watches && exec "$@"`;
  const node = [process.execPath, "--input-type=module", "-e", PROGRAM, folder];
  const args = ["--user", "--map-root-user", "sh", "-c", limit, "sh", ...node];
  return spawnSync("unshare", args, { encoding: "utf8" }).stdout;
}

const canLimit =
  process.platform === "linux" &&
  spawnSync("unshare", [
    ...["--user", "--map-root-user", "sh", "-c"],
    "echo 9 > /proc/sys/user/max_inotify_watches",
  ]).status === 0;

test.skipIf(!canLimit)(
  "more directories than the system watches are a failure and no silence (needs user namespaces)",
  async () => {
    await using folder = await tempFolder();
    for (const name of ["a", "b", "c", "d", "e"]) await mkdir(folder.at(name));

    expect(watchWithin(3, folder.path)).toBe("ENOSPC\n");
    expect(watchWithin(100, folder.path)).toBe("none\n");
  },
);
