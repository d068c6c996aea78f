import { mkdir } from "node:fs/promises";
import path from "node:path";
import { LibraryError } from "../../../contract/errors.ts";
import type { ExchangeRow } from "../../../contract/exchange.ts";
import type { FileProblem } from "../../../contract/originals.ts";
import { writeSidecar } from "../../originals/write-sidecar.ts";
import { editSidecar } from "../mirror/edit-sidecar.ts";
import type { MirrorFields } from "../mirror/mirror-fields.ts";
import type { ExportedRow } from "./read-rows.ts";

export interface ExportedXmp {
  readonly written: number;
  readonly problems: FileProblem[];
}

/**
 * Writes an XMP file for each row in which the user said something, under `folder` at the photo's whole path, so that each is told
 * from its namesakes: `folder/home/ana/Pictures/IMG_1.jpg.xmp`. What is there already is not replaced.
 */
export async function exportXmp(
  rows: readonly ExportedRow[],
  folder: string,
): Promise<ExportedXmp> {
  const problems: FileProblem[] = [];
  let written = 0;
  for (const { id, row } of rows) {
    const wanted = toFields(row);
    if (!wanted) continue;
    try {
      await writeOne(placeOf(row.path, folder), wanted);
      written++;
    } catch (error) {
      if (!(error instanceof LibraryError)) throw error;
      problems.push({ id, path: row.path, code: error.code, message: error.message });
    }
  }
  return { written, problems };
}

async function writeOne(file: string, wanted: MirrorFields): Promise<void> {
  const given = { path: file, bytes: undefined, current: undefined };
  const content = editSidecar({ ...given, wanted, at: new Date() });
  if (!content) return;
  await mkdir(path.dirname(file), { recursive: true }).catch((cause: unknown) => {
    const said = cause instanceof Error ? cause.message : String(cause);
    const message = `Expected to make a folder for ${file} but got: ${said}`;
    throw new LibraryError("file-unreadable", message, { cause });
  });
  if (!(await writeSidecar(file, { expected: undefined, content })))
    throw new LibraryError("file-exists", `Expected no file at ${file} but there is one; it stays`);
}

/** A root or a drive is a folder like others. */
function placeOf(photo: string, folder: string): string {
  const { root } = path.parse(photo);
  const drive = root.replaceAll(/[^\w]/g, "");
  return path.join(folder, drive, `${photo.slice(root.length)}.xmp`);
}

/** What the user said; that there is none of something is nothing to be written down for others. */
function toFields(row: ExchangeRow): MirrorFields | undefined {
  const { tags = [] } = row;
  const said = <T extends string | number>(value: T | undefined) =>
    value === undefined || value === "" || value === "none" ? null : value;
  const values = {
    rating: said(row.rating),
    title: said(row.title),
    caption: said(row.caption),
    flag: said(row.flag),
    turn: null,
    colourLabel: said(row.colour),
  };
  const isEmpty = tags.length === 0 && Object.values(values).every((value) => value === null);
  return isEmpty ? undefined : { ...values, tags };
}
