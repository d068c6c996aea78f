/** @file Rows from the XMP files of a folder and of all folders in it, wherever their photos are. */
import { readdir } from "node:fs/promises";
import path from "node:path";
import { LibraryError } from "../../../contract/errors.ts";
import type { ExchangeRow } from "../../../contract/exchange.ts";
import { colourLabels, flags } from "../../../contract/value-names.ts";
import { tell } from "../../../texts/tell.ts";
import { toldError } from "../../../texts/told-error.ts";
import { readPlainFile } from "../../originals/write-sidecar.ts";
import { readSidecar } from "../mirror/sidecar-fields.ts";
import type { ImportSource, SourceRow } from "./import-source.ts";

export function xmpSource(folder: string): ImportSource {
  return { kind: "xmp", path: folder, rows: () => xmpRows(folder) };
}

async function* xmpRows(folder: string): AsyncGenerator<SourceRow> {
  for await (const file of xmpFiles(folder)) {
    const place = path.relative(folder, file).replaceAll(path.sep, "/");
    try {
      const row = await readRow(file);
      // Settings of a raw developer are XMP as well, and say nothing of photos.
      if (row) yield { place, row };
    } catch (error) {
      if (!(error instanceof LibraryError)) throw error;
      yield { place, unreadable: error };
    }
  }
}

async function* xmpFiles(folder: string): AsyncGenerator<string> {
  const entries = await readdir(folder, { withFileTypes: true }).catch((cause: unknown) => {
    const said = cause instanceof Error ? cause.message : String(cause);
    const message = `Expected a folder that can be read at ${folder} but got: ${said}`;
    throw new LibraryError("folder-unavailable", message, { cause });
  });
  entries.sort((a, b) => (a.name < b.name ? -1 : 1));
  for (const entry of entries) {
    const inner = path.join(folder, entry.name);
    if (entry.isDirectory()) yield* xmpFiles(inner);
    else if (entry.isFile() && /\.xmp$/i.test(entry.name)) yield inner;
  }
}

/** Undefined where the file says nothing that is imported. The path is the sidecar's own. */
async function readRow(file: string): Promise<ExchangeRow | undefined> {
  const bytes = await readPlainFile(file);
  const fields = bytes && readSidecar(bytes)?.fields;
  if (!fields) throw toldError("sidecar-invalid", tell("import.xmp.other", { file }));
  const { rating, title, caption, tags } = fields;
  const flag = flags.find((one) => one === fields.flag);
  const colour = colourLabels.find((one) => one === fields.colourLabel);
  const row = {
    ...(tags.length > 0 && { tags: [...tags] }),
    ...(rating !== null && { rating }),
    ...(flag && { flag }),
    ...(colour && { colour }),
    ...(title !== null && { title }),
    ...(caption !== null && { caption }),
  };
  return Object.keys(row).length > 0 ? { path: file, ...row } : undefined;
}
