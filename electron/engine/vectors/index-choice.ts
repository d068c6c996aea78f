import { readFile } from "node:fs/promises";
import { z } from "zod";
import { log } from "../support/log.ts";
import { replaceFile } from "../support/replace-file.ts";
import type { VectorColumn } from "./vector-column.ts";

export const IndexKind = z.enum(["ivf-rq", "ivf-flat", "hnsw-sq"]);
export type IndexKind = z.infer<typeof IndexKind>;

const Setting = z.object({
  /** Partitions that are looked into. */
  nprobes: z.number().int().positive().optional(),
  /** Candidates that a walk over a graph keeps. */
  ef: z.number().int().positive().optional(),
  /** How many times the wanted rows are compared exactly; without it, distances are those of the index. */
  refineFactor: z.number().int().positive().optional(),
});
export type Setting = z.infer<typeof Setting>;

/** How a column is searched, and what was measured when that was decided. */
export const IndexChoice = z.object({
  kind: z.enum(["flat", ...IndexKind.options]),
  setting: Setting,
  /** Share of the 10 and 100 truly nearest that are found; 1 for `flat`. */
  recallAt10: z.number(),
  recallAt100: z.number(),
  /** Of the 100 nearest. */
  p50Ms: z.number(),
  /** Of comparing every row, measured at the same time. */
  flatP50Ms: z.number(),
  buildMs: z.number(),
  rows: z.number().int(),
  measuredAt: z.iso.datetime(),
});
export type IndexChoice = z.infer<typeof IndexChoice>;

const Choices = z.partialRecord(z.enum(["embedding", "stage2", "stage3"]), IndexChoice);
export type Choices = Partial<Record<VectorColumn, IndexChoice>>;

/** None where the file is not there or is not what was written: then it is measured again. */
export async function readChoices(file: string): Promise<Choices> {
  try {
    return Choices.parse(JSON.parse(await readFile(file, "utf8")));
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== "ENOENT")
      log.warn(`expected the choice of an index in ${file} but could not read it`, error);
    return {};
  }
}

/** Whole or not at all. */
export async function writeChoices(file: string, choices: Choices): Promise<void> {
  await replaceFile(file, JSON.stringify(choices, null, 2), { flush: true });
}
