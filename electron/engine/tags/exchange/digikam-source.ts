/**
 * @file Rows from digiKam's database (`digikam4.db`, SQLite), by the schema that digiKam publishes (core/data/database/dbconfig.xml.cmake.in,
 * versions 5 to 16): AlbumRoots, Albums, Images, Tags, ImageTags, ImageInformation, ImageComments. Not tried yet on a database that digiKam wrote.
 */
import path from "node:path";
import { openForeignDatabase, type ForeignDatabase } from "../../catalog/foreign-database.ts";
import type { ExchangeRow } from "../../../contract/exchange.ts";
import { tell } from "../../../texts/tell.ts";
import { cleanLevels, MAX_TAG_LENGTH } from "../../metadata/keywords.ts";
import type { ImportSource, SourceRow } from "./import-source.ts";

/** Under it are no words of the user's, but what digiKam notes about photos. */
const INTERNAL = "_Digikam_Internal_Tags_";

/** Tags below the internal one (coredbconstants, ColorLabel and PickLabel); colours that there are none of here say nothing. */
const LABELS: Readonly<Record<string, Pick<ExchangeRow, "flag" | "colour">>> = {
  "Color Label Red": { colour: "red" },
  "Color Label Yellow": { colour: "yellow" },
  "Color Label Green": { colour: "green" },
  "Color Label Blue": { colour: "blue" },
  "Color Label Magenta": { colour: "purple" },
  "Pick Label Rejected": { flag: "reject" },
  "Pick Label Accepted": { flag: "pick" },
};

/** ImageComments.type (DatabaseComment). */
const COMMENT = 1;
const TITLE = 3;

const TABLES = {
  AlbumRoots: ["id", "identifier", "specificPath"],
  Albums: ["id", "albumRoot", "relativePath"],
  Images: ["id", "album", "name", "status"],
  Tags: ["id", "pid", "name"],
  ImageTags: ["imageid", "tagid"],
  ImageInformation: ["imageid", "rating"],
  ImageComments: ["imageid", "type", "language", "comment"],
};

export function digikamSource(file: string): ImportSource {
  return { kind: "digikam", path: file, rows: () => readRows(file) };
}

// eslint-disable-next-line @typescript-eslint/require-await -- As every source; SQLite answers at once.
async function* readRows(file: string): AsyncGenerator<SourceRow> {
  using db = openForeignDatabase(file, { tables: TABLES, program: "digiKam" });
  const tags = readTags(db);
  for (const image of db.iterate<Image>(IMAGES, [TITLE, COMMENT])) {
    const row = toRow(image, tags);
    // Most of a large collection is often untouched.
    if (Object.keys(row).length > 1)
      yield { place: tell("import.place.image", { image: String(image.id) }), row };
  }
}

interface Image {
  readonly id: number;
  readonly identifier: string | null;
  readonly specificPath: string | null;
  readonly relativePath: string;
  readonly name: string;
  readonly rating: number | null;
  readonly tags: string;
  readonly title: string | null;
  readonly caption: string | null;
}

/** Visible and hidden ones (status 1 and 2): hidden are those behind another version. Trashed ones have no album. */
const IMAGES = `SELECT Images.id, identifier, specificPath, relativePath, name, rating,
    (SELECT json_group_array(tagid) FROM ImageTags WHERE imageid = Images.id) AS tags,
    (SELECT comment FROM ImageComments WHERE imageid = Images.id AND type = ?1
     ORDER BY language = 'x-default' DESC, id LIMIT 1) AS title,
    (SELECT comment FROM ImageComments WHERE imageid = Images.id AND type = ?2
     ORDER BY language = 'x-default' DESC, id LIMIT 1) AS caption
  FROM Images JOIN Albums ON Albums.id = Images.album JOIN AlbumRoots ON AlbumRoots.id = albumRoot
  LEFT JOIN ImageInformation ON imageid = Images.id
  WHERE Images.status IN (1, 2) ORDER BY Images.id`;

interface Tag {
  readonly path: string;
  readonly label?: Pick<ExchangeRow, "flag" | "colour">;
}

/** Paths from the widest level on. A tag whose parents go round in a circle, or are gone, is none. */
function readTags(db: ForeignDatabase): Map<number, Tag> {
  const rows = db.iterate<{ id: number; isInternal: number; levels: string }>(
    `WITH RECURSIVE tree (id, isInternal, levels, depth) AS (
       SELECT id, name = ?1, json_array(name), 1 FROM Tags WHERE pid = 0
       UNION ALL
       SELECT Tags.id, isInternal, json_insert(levels, '$[#]', Tags.name), depth + 1
       FROM tree JOIN Tags ON Tags.pid = tree.id WHERE depth < 50)
     SELECT id, isInternal, levels FROM tree WHERE id > 0`,
    [INTERNAL],
  );
  const tags = new Map<number, Tag>();
  for (const { id, isInternal, levels } of rows) {
    const names = JSON.parse(levels) as string[];
    const label = isInternal === 1 ? LABELS[names.at(-1)!] : undefined;
    const tag = isInternal === 1 ? "" : cleanLevels(names).join("/");
    tags.set(id, { path: tag.length > MAX_TAG_LENGTH ? "" : tag, ...(label && { label }) });
  }
  return tags;
}

function toRow(image: Image, known: ReadonlyMap<number, Tag>): ExchangeRow {
  const given = (JSON.parse(image.tags) as number[]).flatMap((id) => known.get(id) ?? []);
  const tags = given.map((tag) => tag.path).filter((tag) => tag !== "");
  const { rating } = image;
  const [title, caption] = [toText(image.title), toText(image.caption)];
  return {
    path: pathOf(image),
    ...(tags.length > 0 && { tags }),
    // -1 and 0 are both "no stars": nobody can tell whether that was said on purpose.
    ...(rating !== null && rating > 0 && rating <= 5 && { rating }),
    ...given.reduce((labels, { label }) => ({ ...labels, ...label }), {}),
    ...(title && { title }),
    ...(caption && { caption }),
  };
}

const MAX_TEXT = 10_000;

function toText(text: string | null): string | undefined {
  const trimmed = text?.trim() ?? "";
  return trimmed === "" ? undefined : trimmed.slice(0, MAX_TEXT);
}

/**
 * The collection's place, the album in it, the name. A place is `volumeid:?path=/home/ana/Pictures`, or a path on a volume that is known
 * by its UUID (`volumeid:?uuid=…`): where that is mounted only digiKam knows, so that such a path is the end of one.
 */
function pathOf({ identifier, specificPath, relativePath, name }: Image): string {
  const [, parameters = ""] = /^(?:volumeid|networkshareid):\?(.*)$/.exec(identifier ?? "") ?? [];
  const given = /(?:^|&)(?:path|mountpath)=([^&]*)/.exec(parameters)?.[1] ?? "";
  return path.posix.join(decoded(given) || "/", specificPath ?? "", relativePath, name);
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text; // Older versions wrote the path as it is.
  }
}
