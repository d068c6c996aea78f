import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdir, readdir, readFile, writeFile } from "node:fs/promises";
import { expect, test } from "vitest";
import type { MirroredPhoto } from "../../electron/contract/mirror.ts";
import { readSidecar } from "../../electron/engine/tags/mirror/sidecar-fields.ts";
import { ENTRY } from "../support/program.ts";
import { semblanceJson } from "../support/semblance.ts";
import { tempFolder } from "../support/temp-folder.ts";
import { until } from "../support/until.ts";
import { killWhileMirroring } from "./kill-automatic-mirror.ts";

const PHOTOS = 300;
const SOME = 40;

test("killed in the middle of writing sidecars, every one is whole or not there, and the next run writes the rest", async () => {
  await using temp = await tempFolder();
  const library = ["--library", temp.at("library")];
  await mkdir(temp.at("photos"));
  const photos = Array.from({ length: PHOTOS }, (_, index) => temp.at("photos", `${index}.jpg`));
  for (const photo of photos) await writeFile(photo, "no picture, but it can be tagged");
  await semblanceJson(["index", temp.at("photos"), ...library]);
  await semblanceJson(["tag", "add", "Places/Lisbon", ...photos, ...library]);
  const sidecars = async () =>
    (await readdir(temp.at("photos"))).filter((name) => name.endsWith(".xmp"));

  const child = spawn(process.execPath, [ENTRY, "tags", "mirror", ...library], { stdio: "ignore" });
  const ended = once(child, "exit");
  await until("some sidecars are written", async () => (await sidecars()).length >= SOME, 60_000);
  child.kill("SIGKILL");
  await ended;
  const written = await sidecars();
  const report = await semblanceJson<{ photos: MirroredPhoto[] }>(["tags", "mirror", ...library]);

  expect(written.length).toBeLessThan(PHOTOS);
  for (const name of await sidecars()) {
    const said = readSidecar(await readFile(temp.at("photos", name)));
    expect(said?.fields.tags, name).toEqual(["Places/Lisbon"]);
  }
  const outcomes = report.photos.map(({ outcome }) => outcome);
  expect(new Set(outcomes)).toEqual(new Set(["in-sync", "written"]));
  expect(outcomes.filter((outcome) => outcome === "in-sync")).toHaveLength(written.length);
  expect(await sidecars()).toHaveLength(PHOTOS);
  const [tag] = await semblanceJson<{ count: number }[]>(["tag", "list", ...library]);
  expect(tag).toMatchObject({ tag: "Places/Lisbon", count: PHOTOS });
}, 120_000);

test("killed while it writes sidecars by itself, every one is whole, none is written twice, and the next start writes the rest", async () => {
  await using temp = await tempFolder();

  const result = await killWhileMirroring(temp, { photos: 80, some: 20, kills: 1 });

  expect(result).toMatchObject({
    sidecars: 80,
    damaged: [],
    writtenAgain: [],
    tagged: 80,
    entries: 1,
  });
  expect(result.written[0]).toBeLessThan(80);
}, 300_000);
