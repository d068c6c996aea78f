/**
 * @file A library that has the photos of the fixtures, for tests of what comes after: it is indexed once in a run, by the first file that
 * asks for it, and copied for every file.
 */
import { existsSync } from "node:fs";
import { cp, mkdir, rename } from "node:fs/promises";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { inject } from "vitest";
import { copyFixtures } from "../support/fixtures.ts";
import { semblanceAlone } from "../support/semblance.ts";
import { until } from "../support/until.ts";
import { openApp, type App } from "./open-app.ts";

/** Indexing takes seconds; on a machine that is busy with everything else, some more. */
const MADE_WITHIN_MS = 110_000;

/** The engine over a library of its own, whose folder Pictures has all photos of the fixtures, indexed. */
export function openReadyApp(): Promise<App> {
  return openApp(async (pictures, library) => {
    const ready = await readyFolder();
    // With their times, by which the library knows its files again.
    await cp(join(ready, "Pictures"), pictures, { recursive: true, preserveTimestamps: true });
    await cp(join(ready, "library"), library, { recursive: true });
    moveFolder(library, pictures);
  });
}

/** Where the library and its photos are that are copied. */
async function readyFolder(): Promise<string> {
  const run = inject("runFolder");
  const ready = join(run, "ready");
  await until(
    "a library to copy",
    () => existsSync(ready) || makeAlone(run, ready),
    MADE_WITHIN_MS,
  );
  return ready;
}

/** False while another file's process makes it. */
async function makeAlone(run: string, ready: string): Promise<boolean> {
  const made = join(run, "making");
  try {
    await mkdir(made);
  } catch {
    return false;
  }
  const pictures = join(made, "Pictures");
  await copyFixtures(pictures);
  const library = join(made, "library");
  const { code, stderr } = await semblanceAlone(["index", pictures, "--library", library]);
  if (code !== 0) throw new Error(`expected a library to copy but got ${stderr}`);
  await rename(made, ready);
  return true;
}

/** The library's only folder is at another place now. */
function moveFolder(library: string, place: string): void {
  using catalog = new DatabaseSync(join(library, "catalog.sqlite"));
  catalog
    .prepare("UPDATE folder SET path = ?, root_key = NULL, volume = NULL, volume_path = NULL")
    .run(place);
}
