import { spawn } from "node:child_process";
import { once } from "node:events";
import { readdir, stat } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

/** The checkout in development; the folder with the same layout that the package ships. */
const ROOT = fileURLToPath(new URL("../../", import.meta.url));

/**
 * The built page. In a checkout it is built first where it is missing or older than its sources; the
 * build reports on standard error. When that fails the host serves a page that says so.
 */
export async function rendererFolder(root = ROOT): Promise<string> {
  const folder = join(root, "dist", "renderer");
  const script = join(root, "build", "build-renderer.ts");
  if ((await isFile(script)) && (await isStale(root, folder))) await run(script);
  return folder;
}

/** Whether a source is newer than the build, or there is none. */
export async function isStale(root: string, folder: string): Promise<boolean> {
  const builtMs = await modifiedAtMs(join(folder, "index.html"));
  if (builtMs === undefined) return true;
  const sources = ["renderer", join("electron", "contract"), "package-lock.json"];
  const newest = await Promise.all(sources.map((source) => newestMs(join(root, source))));
  return Math.max(...newest) > builtMs;
}

async function run(script: string): Promise<void> {
  const child = spawn(process.execPath, [script], { stdio: ["ignore", 2, 2] });
  await once(child, "exit");
}

/** Folders count too: a deleted source changes nothing else. */
async function newestMs(path: string): Promise<number> {
  const own = (await modifiedAtMs(path)) ?? 0;
  const below = await readdir(path, { recursive: true }).catch(() => []);
  const times = await Promise.all(below.map((name) => modifiedAtMs(join(path, name))));
  return times.reduce<number>((newest, time) => Math.max(newest, time ?? 0), own);
}

async function modifiedAtMs(path: string): Promise<number | undefined> {
  return stat(path).then(
    (facts) => facts.mtimeMs,
    () => undefined,
  );
}

async function isFile(path: string): Promise<boolean> {
  return stat(path).then(
    (facts) => facts.isFile(),
    () => false,
  );
}
