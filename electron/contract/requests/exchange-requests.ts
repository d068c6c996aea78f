/** @file The user's data out to files, and in from files of other programs. See requests.ts. */
import { z } from "zod";
import { ExchangeFormat, ExportedRows, ImportPart, ImportSession } from "../exchange.ts";
import { JournalEntry } from "../journal.ts";
import { FileProblem } from "../originals.ts";
import { QueryText } from "../query.ts";
import { AbsolutePath, Changed, Nothing } from "./request-parts.ts";
import type { RequestRow } from "./request-row.ts";

/** Without a query every photo of the library, missing ones too. */
const Exported = z.object({
  query: QueryText.optional(),
  /** The `next` of the answer before. */
  after: z.string().max(200).optional(),
});
const Session = z.object({ session: ImportSession });

export const exchangeRequests = {
  /** Rows of some photos at a time, as text. */
  "exchange.export": {
    callers: ["cli"],
    input: Exported.extend({ format: ExchangeFormat }),
    output: ExportedRows,
  },
  /** An XMP file for each photo that the user entered something for, into a folder outside the library. Nothing there is replaced. */
  "exchange.exportXmp": {
    callers: ["cli"],
    input: Exported.extend({ to: AbsolutePath }),
    output: z.object({
      written: z.number().int().nonnegative(),
      problems: z.array(FileProblem),
      next: z.string().nullable(),
    }),
  },
  /** A CSV or JSON Lines file, a folder of XMP files, or digiKam's database. */
  "exchange.openImport": {
    callers: ["cli"],
    input: z.object({ path: AbsolutePath }),
    output: Session,
  },
  /** Reads on, and tells what would change. */
  "exchange.readImport": { callers: ["cli"], input: Session, output: ImportPart },
  /** Changes what all parts told, as one entry of the history; null where nothing changed. */
  "exchange.applyImport": {
    callers: ["cli"],
    input: Session,
    output: Changed.extend({
      entry: JournalEntry.shape.id.nullable(),
      sentence: z.string().nullable(),
    }),
  },
  "exchange.closeImport": { callers: ["cli"], input: Session, output: Nothing },
} as const satisfies Record<string, RequestRow>;
