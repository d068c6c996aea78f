/** @file The user's data out to files, and in from files of other programs. See requests.ts. */
import { z } from "zod";
import {
  AppliedImport,
  ExportFile,
  ImportPart,
  ImportSession,
  OpenedImport,
  WrittenRows,
  WrittenXmp,
} from "../exchange.ts";
import { ExportTarget } from "../originals.ts";
import { QueryText } from "../query.ts";
import { AbsolutePath, Nothing } from "./request-parts.ts";
import type { RequestRow } from "./request-row.ts";

/** Without a query every photo of the library, missing ones too. */
const Exported = z.object({
  query: QueryText.optional(),
  /** The `next` of the answer before. */
  after: z.string().max(200).optional(),
});
const OpenedFile = z.object({ file: ExportFile, path: z.string() });
const Session = z.object({ session: ImportSession });

export const exchangeRequests = {
  /** A .csv or .jsonl file that is to be written; its name says which. */
  "exchange.openFile": {
    callers: ["shell", "cli"],
    input: z.object({ path: AbsolutePath, isReplacing: z.boolean().default(false) }),
    output: OpenedFile,
  },
  /** The same in a place that this engine issued. Nothing there is replaced. */
  "exchange.openPlaceFile": {
    callers: ["host"],
    input: z.object({ place: z.string(), name: z.string().min(1).max(200) }),
    output: OpenedFile,
  },
  /** Writes the rows of some photos at a time; with the last of them the file is there. */
  "exchange.writeRows": {
    callers: ["renderer", "cli"],
    input: Exported.extend({ file: ExportFile }),
    output: WrittenRows,
  },
  /** Nothing is left of a file that was not written to its end. */
  "exchange.closeFile": {
    callers: ["renderer", "cli"],
    input: z.object({ file: ExportFile }),
    output: Nothing,
  },
  /** An XMP file for each photo that the user entered something for, into a folder that was opened for copies. Nothing there is replaced. */
  "exchange.writeXmp": {
    callers: ["renderer", "cli"],
    input: Exported.extend({ target: ExportTarget }),
    output: WrittenXmp,
  },
  /** A CSV or JSON Lines file, a folder of XMP files, or digiKam's database. */
  "exchange.openImport": {
    callers: ["shell", "cli"],
    input: z.object({ path: AbsolutePath }),
    output: OpenedImport,
  },
  /** The same at a place that this engine issued. */
  "exchange.openPlaceImport": {
    callers: ["host"],
    input: z.object({ place: z.string() }),
    output: OpenedImport,
  },
  /** Reads on, and tells what would change. */
  "exchange.readImport": { callers: ["renderer", "cli"], input: Session, output: ImportPart },
  /** Changes some of what all parts told; as often as it takes, it is one entry of the history. */
  "exchange.applyImport": { callers: ["renderer", "cli"], input: Session, output: AppliedImport },
  /** What was applied stays. */
  "exchange.closeImport": { callers: ["renderer", "cli"], input: Session, output: Nothing },
} as const satisfies Record<string, RequestRow>;
