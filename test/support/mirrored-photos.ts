import { lstat, readFile, utimes, writeFile } from "node:fs/promises";
import path from "node:path";
import type { PhotoId } from "../../electron/contract/photo.ts";
import type { MirroredPhoto } from "../../electron/contract/mirror.ts";
import { record } from "../../electron/engine/catalog/journal/journal.ts";
import { tell } from "../../electron/texts/tell.ts";
import { settleValues } from "../../electron/engine/catalog/photo-facts.ts";
import {
  saveCompanions,
  saveSidecar,
  xmpFilesOf,
} from "../../electron/engine/catalog/photo-files.ts";
import { getPhoto, insertPhoto } from "../../electron/engine/catalog/photos.ts";
import { saveFacts } from "../../electron/engine/indexing/photo-facts.ts";
import { readMetadata } from "../../electron/engine/metadata/read-metadata.ts";
import { mirrorPhotos } from "../../electron/engine/tags/mirror/mirror-photos.ts";
import { listTags } from "../../electron/engine/tags/list-tags.ts";
import { addTag, removeTag } from "../../electron/engine/tags/photo-tags.ts";
import { tempFolder } from "./temp-folder.ts";
import { openTestCatalog, testReconciler } from "./test-catalog.ts";

type Field = "rating" | "title" | "caption" | "flag" | "colour_label" | "turn";

/** A catalog in memory over real files that are no pictures, with everything that the user and another program do to a photo. */
export async function mirroredPhotos() {
  const temp = await tempFolder();
  const { db, folderId } = openTestCatalog(temp.path);
  const reconciler = testReconciler(db);
  const { text } = reconciler;

  async function add(name: string) {
    const file = temp.at(name);
    await writeFile(file, `the bytes of ${name}`);
    await utimes(file, 1_700_000_000, 1_700_000_000);
    const stamp = await stampOf(file);
    const id = insertPhoto(db, { folderId, directory: "", name }, stamp);
    return toPhoto(id, name);
  }

  function toPhoto(id: PhotoId, name: string) {
    const sidecar = () => xmpFilesOf(db, id)[0]?.path ?? `${temp.at(name)}.xmp`;
    return {
      id,
      path: temp.at(name),
      sidecar,
      tag: (tag: string) => addTag(db, tag, [id], text),
      untag: (tag: string) => removeTag(db, tag, [id], text),
      tags: () => listTags(db, id).map(({ tag }) => tag),
      enter: (field: Field, value: string | number | null) => enter(id, field, value),
      /** What the user entered. */
      entered: () =>
        Object.fromEntries(
          db
            .all<{ field: Field; value: string | number }>(
              "SELECT field, value FROM user_value WHERE photo_id = ?",
              [id],
            )
            .map(({ field, value }) => [field, value]),
        ),
      rating: () => getRating(id),
      /** What holds. */
      labels: () =>
        db.get<{ flag: string | null; colour: string | null }>(
          "SELECT flag, colour_label AS colour FROM photo WHERE id = ?",
          [id],
        )!,
      /** Another program writes the sidecar; nobody has told the catalog yet. */
      write: async (content: string | Buffer, name = path.basename(sidecar())) => {
        await writeFile(temp.at(name), content);
      },
      xmp: async () => readFile(sidecar(), "utf8"),
      /** A scan finds the sidecar as it is now, or that it is gone; nothing is read yet. */
      scan: async () => {
        const file = `${temp.at(name)}.xmp`;
        const found = await stampOf(file).catch(() => undefined);
        const sidecar = { name: path.basename(file), role: "sidecar" } as const;
        saveCompanions(db, id, found ? [{ ...sidecar, ...found }] : []);
      },
      /** A scan finds the sidecar, and what the files say is read. */
      read: async (names?: readonly string[]) => {
        for (const each of names ?? [path.basename(sidecar())])
          saveSidecar(db, id, { name: each, ...(await stampOf(temp.at(each))) });
        const sidecars = xmpFilesOf(db, id);
        const contents = await Promise.all(sidecars.map(({ path: one }) => readFile(one)));
        const facts = readMetadata({ name, blocks: {}, sidecars: contents });
        saveFacts(reconciler, getPhoto(db, id)!, { facts, sidecars });
      },
      mirror: async (isDryRun = false): Promise<MirroredPhoto> =>
        (await mirrorPhotos(db, [id], { text, isDryRun })).photos[0]!,
    };
  }

  function enter(id: PhotoId, field: Field, value: string | number | null): void {
    const touches = [{ kind: "user-value", keys: [field], photos: [id] }] as const;
    record(
      db,
      { touches, sentence: () => tell("done.values.changed", { fields: field, count: 1 }) },
      () => {
        if (value === null)
          db.run("DELETE FROM user_value WHERE photo_id = ? AND field = ?", [id, field]);
        else
          db.run("INSERT OR REPLACE INTO user_value (photo_id, field, value) VALUES (?, ?, ?)", [
            id,
            field,
            value,
          ]);
        settleValues(db, [id]);
      },
    );
  }

  function getRating(id: PhotoId): number {
    return db.get<{ rating: number }>("SELECT rating FROM photo WHERE id = ?", [id])!.rating;
  }

  return {
    temp,
    db,
    folderId,
    reconciler,
    text,
    add,
    [Symbol.asyncDispose]: () => temp[Symbol.asyncDispose](),
  };
}

export async function stampOf(file: string) {
  const stats = await lstat(file, { bigint: true });
  return {
    sizeBytes: Number(stats.size),
    modifiedAtUs: Number(stats.mtimeNs / 1000n),
    fileKey: `${stats.dev}:${stats.ino}`,
  };
}
