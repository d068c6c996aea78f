import { DatabaseSync } from "node:sqlite";
import { toAspectByte } from "../../../electron/contract/aspect.ts";
import type { PhotoId } from "../../../electron/contract/photo.ts";
import { Database } from "../../../electron/engine/catalog/database.ts";
import { countPhotoChanges } from "../../../electron/engine/catalog/photo-revision.ts";
import { nameKey } from "../../../electron/engine/catalog/name-key.ts";
import { migrate, readMigrations } from "../../../electron/engine/catalog/migrate.ts";
import type { WordNet } from "../../../electron/engine/search/labels/word-net.ts";
import { PhotoSearch } from "../../../electron/engine/search/run-query.ts";

export interface TestPhoto {
  readonly name?: string;
  /** Of the watched folder; it is added when it is new. */
  readonly folder?: string;
  readonly directory?: string;
  /** Local wall time, ISO without offset; sorts the photo and, unless `isDated` is false, was in the file. */
  readonly at?: string;
  readonly isDated?: boolean;
  readonly isMissing?: boolean;
  readonly isIndexed?: boolean;
  readonly failure?: string;
  readonly widthPx?: number | null;
  readonly heightPx?: number;
  readonly camera?: string;
  readonly lens?: string;
  readonly latitude?: number;
  /** The same as the latitude where it is not given. */
  readonly longitude?: number;
  readonly rating?: number;
  readonly flag?: "pick" | "reject";
  readonly colourLabel?: string;
  readonly iso?: number;
  readonly aperture?: number;
  /** Epoch; 0 where it is not given. */
  readonly addedAtMs?: number;
  readonly kind?: "photo" | "video";
  readonly tags?: readonly string[];
  readonly labels?: Readonly<Record<string, number>>;
}

export interface TestClass {
  readonly name: string;
  readonly wnid: string | null;
}

const CLASSES: readonly TestClass[] = [
  "golden retriever",
  "Labrador retriever",
  "tabby",
  "school bus",
  "wine glass",
  "brass",
  "go-kart",
].map((name, position) => ({ name, wnid: name === "tabby" ? null : `n0${position}` }));

export interface TestCatalogOptions {
  /** What both models, "starter" and "other", can name. */
  readonly classes?: readonly TestClass[];
  readonly wordNet?: () => WordNet;
  readonly onMissingSums?: () => void;
}

/** A catalog in memory with the real schema, and a search over it. */
export class TestCatalog implements Disposable {
  readonly db = new Database(new DatabaseSync(":memory:"));
  readonly search: PhotoSearch;
  /** The model that answers. */
  modelKey = "starter";

  constructor({ classes = CLASSES, ...rooms }: TestCatalogOptions = {}) {
    const key = () => this.modelKey;
    const model = {
      get key() {
        return key();
      },
      labelThreshold: 0.3,
    };
    migrate(this.db.connection, readMigrations());
    const photoRevision = countPhotoChanges(this.db);
    this.search = new PhotoSearch({ ...rooms, catalog: this.db, model, photoRevision });
    ["starter", "other"].forEach((key, index) => {
      this.db.run("INSERT INTO model (id, key) VALUES (?, ?)", [index + 1, key]);
      classes.forEach(({ name, wnid }, position) =>
        this.db.run("INSERT INTO class (model_id, position, name, wnid) VALUES (?, ?, ?, ?)", [
          index + 1,
          position,
          name,
          wnid,
        ]),
      );
    });
  }

  add(photo: TestPhoto = {}): PhotoId {
    const { db } = this;
    const {
      name = "photo.jpg",
      directory = "",
      folder = "/photos",
      at = "2023-05-14T12:00:00",
    } = photo;
    const folderId = this.folder(folder);
    const widthPx = photo.widthPx === undefined ? 300 : photo.widthPx;
    const heightPx = widthPx === null ? null : (photo.heightPx ?? 200);
    const id = db.insert(
      `INSERT INTO photo (folder_id, directory, name, name_key, kind, size_bytes, modified_at_us, file_key, added_at_ms,
         missing_since_ms, fingerprint, width_px, height_px, aspect, colour, format, taken_at, sort_at_ms, camera, lens,
         latitude, longitude, rating, flag, colour_label, iso, aperture, indexed_by)
       VALUES (?, ?, ?, ?, ?, 1000, 1684065787123456, '1:2', ?, ?, ?, ?, ?, ?, ?, 'JPEG', ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
      [
        folderId,
        directory,
        name,
        nameKey(name),
        photo.kind ?? "photo",
        photo.addedAtMs ?? 0,
        photo.isMissing ? 1 : null,
        "ab".repeat(32),
        widthPx,
        heightPx,
        toAspectByte(widthPx ?? 3, heightPx ?? 2),
        "#102030",
        photo.isDated === false ? null : at,
        Date.parse(`${at}Z`),
        photo.camera ?? null,
        photo.lens ?? null,
        photo.latitude ?? null,
        photo.longitude ?? photo.latitude ?? null,
        photo.rating ?? 0,
        photo.flag ?? null,
        photo.colourLabel ?? null,
        photo.iso ?? null,
        photo.aperture ?? null,
        photo.isIndexed === false ? null : "starter",
      ],
    ) as PhotoId;
    for (const tag of photo.tags ?? []) this.#tag(id, tag);
    for (const [label, confidence] of Object.entries(photo.labels ?? {}))
      this.label(id, label, { confidence });
    if (photo.failure) {
      db.run(
        "INSERT INTO failure (photo_id, code, message, at_ms) VALUES (?, 'image-corrupt', ?, 0)",
        [id, photo.failure],
      );
    }
    db.run(
      "INSERT INTO photo_text (rowid, name, folder, tags, labels, camera) VALUES (?, ?, ?, ?, ?, ?)",
      [
        id,
        name,
        directory,
        (photo.tags ?? []).join(" "),
        Object.keys(photo.labels ?? {}).join(" "),
        photo.camera ?? "",
      ],
    );
    return id;
  }

  folder(path: string): number {
    this.db.run("INSERT OR IGNORE INTO folder (path, added_at_ms) VALUES (?, 0)", [path]);
    return this.db.get<{ id: number }>("SELECT id FROM folder WHERE path = ?", [path])!.id;
  }

  removeFolder(path: string): void {
    this.db.run("UPDATE folder SET removed_at_ms = 1 WHERE path = ?", [path]);
  }

  label(
    id: PhotoId,
    name: string,
    { confidence, model = "starter" }: { confidence: number; model?: string },
  ): void {
    this.db.run(
      `INSERT INTO label (photo_id, class_id, confidence)
       SELECT ?, class.id, ? FROM class JOIN model ON model.id = model_id WHERE name = ? AND key = ?`,
      [id, confidence, name, model],
    );
  }

  /** Names of the photos that match, newest first. */
  names(query: string): string[] {
    return this.search.page({ query, limit: 500 }).photos.map(({ name }) => name);
  }

  [Symbol.dispose](): void {
    this.db[Symbol.dispose]();
  }

  #tag(id: PhotoId, path: string): void {
    const key = path.toLowerCase().normalize("NFC");
    this.db.run("INSERT OR IGNORE INTO tag (path, key) VALUES (?, ?)", [path, key]);
    this.db.run(
      "INSERT INTO photo_tag (photo_id, tag_id, added_at_ms) SELECT ?, id, 0 FROM tag WHERE key = ?",
      [id, key],
    );
  }
}
