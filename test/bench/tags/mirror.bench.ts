/**
 * @file The automatic mirror: what its queue costs when a tag is given, renamed and taken from 100,000 photos, beside a folder that does not
 * mirror; and XMP files a second without the limit, when they are new, changed, and as they were, beside plain writes that are flushed as well.
 */
import { mkdir, mkdtemp, open, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import type { FolderId } from "../../../electron/contract/folder.ts";
import type { PhotoId } from "../../../electron/contract/photo.ts";
import type { Database } from "../../../electron/engine/catalog/database.ts";
import { addFolder } from "../../../electron/engine/catalog/folders.ts";
import { undo } from "../../../electron/engine/catalog/journal/undo.ts";
import { listDue, setMirrors, settleQueue } from "../../../electron/engine/catalog/mirror-queue.ts";
import { listFolderMirrors } from "../../../electron/engine/catalog/mirror-standing.ts";
import { libraryPaths, openCatalog } from "../../../electron/engine/catalog/open-catalog.ts";
import { insertPhoto } from "../../../electron/engine/catalog/photos.ts";
import { mirrorPhotos } from "../../../electron/engine/tags/mirror/mirror-photos.ts";
import { addTag, removeTag } from "../../../electron/engine/tags/photo-tags.ts";
import { renameTag } from "../../../electron/engine/tags/rename-tag.ts";

const PHOTOS = 100_000;
const FILES = 1000;
const text = { modelKey: "bench", labelThreshold: 0.4 };

const folder = await mkdtemp(path.join(tmpdir(), "mirror-bench-"));
try {
  using db = await openCatalog(libraryPaths(path.join(folder, "library")));
  for (const mirrors of [false, true]) measureQueue(db, mirrors);
  await measureFiles(db);
} finally {
  await rm(folder, { recursive: true });
}

function measureQueue(db: Database, mirrors: boolean): void {
  const ids = fill(db, `/photos ${mirrors}`, PHOTOS);
  const folderId = db.get<{ id: FolderId }>("SELECT max(id) AS id FROM folder")!.id;
  turn(db, folderId, mirrors);
  const name = `tag ${mirrors}`;
  const steps = {
    "give the tag": () => addTag(db, name, ids, text),
    "rename it": () => renameTag(db, name, `renamed ${mirrors}`),
    "undo that": () => undo(db),
    "turn off and on": () => {
      turn(db, folderId, !mirrors);
      turn(db, folderId, mirrors);
    },
    "take it away": () => removeTag(db, name, ids, text),
    "count what waits": () => listFolderMirrors(db),
    "ask what is due": () => listDue(db, { offline: [], nowMs: Date.now(), limit: 1000 }),
  };
  const times = Object.entries(steps).map(([step, run]) => `${step} ${inMs(run)} ms`);
  console.log(
    `${PHOTOS} photos, mirror ${mirrors ? "on" : "off"}, processor time: ${times.join(", ")}`,
  );
}

function turn(db: Database, folderId: FolderId, isOn: boolean): void {
  setMirrors(db, folderId, isOn);
  while (settleQueue(db));
}

async function measureFiles(db: Database): Promise<void> {
  const root = path.join(folder, "photos");
  await mkdir(root);
  const ids = fill(db, root, FILES);
  for (let index = 0; index < FILES; index++)
    await writeFile(path.join(root, `${index}.jpg`), "no picture");
  const perSecond = async (work: () => Promise<unknown>): Promise<number> => {
    const startMs = performance.now();
    await work();
    return (FILES / (performance.now() - startMs)) * 1000;
  };
  const mirror = () => mirrorPhotos(db, ids, { text, isDryRun: false });
  const plain = await perSecond(() => writePlainly(root, ids));
  addTag(db, "Places/Portugal/Lisbon", ids, text);
  const fresh = await perSecond(mirror);
  addTag(db, "Ferry", ids, text);
  const changed = await perSecond(mirror);
  const same = await perSecond(mirror);
  const shares = { "written anew": fresh, changed, "as they were": same };
  const figures = Object.entries(shares).map(
    ([what, rate]) => `${what} ${rate.toFixed(0)}/s (${(rate / plain).toFixed(2)} × plain)`,
  );
  console.log(
    `${FILES} XMP files: plain flushed writes ${plain.toFixed(0)}/s, ${figures.join(", ")}`,
  );
}

async function writePlainly(root: string, ids: readonly PhotoId[]): Promise<void> {
  for (const id of ids) {
    await using file = await open(path.join(root, `${id}.plain`), "w");
    await file.writeFile("x".repeat(1000));
    await file.sync();
  }
}

function fill(db: Database, root: string, count: number): PhotoId[] {
  const folderId = addFolder(db, root).id;
  return db.transaction(() =>
    Array.from({ length: count }, (_, index) =>
      insertPhoto(
        db,
        { folderId, directory: "", name: `${index}.jpg` },
        { sizeBytes: 1, modifiedAtUs: index, fileKey: `1:${index}` },
      ),
    ),
  );
}

/** Processor time, which other work on the machine hardly changes. */
function inMs(work: () => unknown): string {
  const start = process.cpuUsage();
  work();
  const { user, system } = process.cpuUsage(start);
  return ((user + system) / 1000).toFixed(0);
}
