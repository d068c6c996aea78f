import { createHash, randomUUID } from "node:crypto";
import { mkdir, readdir, readFile, rm, stat, writeFile } from "node:fs/promises";
import path from "node:path";
import { z } from "zod";
import { toWriteError } from "../../imaging/file-errors.ts";
import { readFingerprint } from "../../imaging/fingerprint.ts";
import { userModelsFolder } from "../../support/default-models.ts";
import { moveDurably } from "../models/store/durable-file.ts";

/** Counts up when the same file would be prepared in another way. */
const VERSION = 1;
const DRAFT = ".part";
/** No file takes as long to write: a draft of this age belongs to a process that has ended. */
const ABANDONED_MS = 3_600_000;

const Size = z.number().int().positive();

/** What was found in a graph, and where in the prepared file it comes out. */
const GraphFacts = z.object({
  input: z.object({ name: z.string(), shape: z.array(Size.nullable()) }),
  outputs: z.object({
    embedding: z.string(),
    logits: z.string(),
    stage2: z.string().optional(),
    stage3: z.string().optional(),
    features: z.string().optional(),
  }),
  sizes: z.object({
    embedding: Size,
    logits: Size,
    stage2: Size.optional(),
    stage3: Size.optional(),
  }),
  /** Whether the original gives probabilities; `logits` are never any. */
  endsInSoftmax: z.boolean(),
});
export type GraphFacts = z.infer<typeof GraphFacts>;

const PreparedFile = GraphFacts.extend({ sha256: z.string() });

/** The prepared form of the file with this SHA-256. */
export function preparedPath(sha256: string): string {
  return path.join(userModelsFolder(), "prepared", `${sha256}-v${VERSION}.onnx`);
}

/** What is known of a prepared file; undefined when there is none, or when it is not as it was written. */
export async function readPrepared(sha256: string): Promise<GraphFacts | undefined> {
  try {
    const text = await readFile(factsPath(sha256), "utf8");
    const { sha256: expected, ...facts } = PreparedFile.parse(JSON.parse(text));
    return (await readFingerprint(preparedPath(sha256))) === expected ? facts : undefined;
  } catch {
    return undefined; // Missing or damaged, it is made again.
  }
}

/**
 * Keeps `parts`, one behind the other, as the prepared form of a file. Another process may do the same at the same
 * time: each writes a file of its own and moves it into place, and both are alike.
 */
export async function writePrepared(
  sha256: string,
  parts: readonly Uint8Array[],
  facts: GraphFacts,
): Promise<void> {
  const hash = createHash("sha256");
  for (const part of parts) hash.update(part);
  const description: z.infer<typeof PreparedFile> = { ...facts, sha256: hash.digest("hex") };
  const text = `${JSON.stringify(description, undefined, 2)}\n`;
  try {
    await mkdir(path.dirname(preparedPath(sha256)), { recursive: true });
    await removeAbandoned(path.dirname(preparedPath(sha256)));
    await writeDurably(preparedPath(sha256), parts);
    await writeDurably(factsPath(sha256), [Buffer.from(text)]);
  } catch (cause) {
    // Windows does not replace a file that another process has open: then it is there already.
    if ((await readPrepared(sha256)) === undefined) throw toWriteError(preparedPath(sha256), cause);
  }
}

function factsPath(sha256: string): string {
  return preparedPath(sha256).replace(/\.onnx$/, ".json");
}

async function writeDurably(file: string, parts: readonly Uint8Array[]): Promise<void> {
  const draft = `${file}.${randomUUID()}${DRAFT}`;
  try {
    await writeFile(draft, parts);
    await moveDurably(draft, file);
  } catch (error) {
    await rm(draft, { force: true });
    throw error;
  }
}

async function removeAbandoned(folder: string): Promise<void> {
  for (const name of await readdir(folder)) {
    if (!name.endsWith(DRAFT)) continue;
    const file = path.join(folder, name);
    const stats = await stat(file).catch(() => undefined);
    if (stats && Date.now() - stats.mtimeMs > ABANDONED_MS) await rm(file, { force: true });
  }
}
