import { readFile, stat } from "node:fs/promises";
import { z } from "zod";
import { LibraryError } from "../../../contract/errors.ts";

/** A model's JSON file in the shape that is expected of it. */
export async function readJson<T extends z.ZodType>(path: string, shape: T): Promise<z.output<T>> {
  const parsed = shape.safeParse(await parse(path));
  if (parsed.success) return parsed.data;
  const message = `Expected a model's description at ${path} but got ${z.prettifyError(parsed.error)}`;
  throw new LibraryError("model-invalid", message, { cause: parsed.error });
}

async function parse(path: string): Promise<unknown> {
  try {
    return JSON.parse(await readFile(path, "utf8"));
  } catch (cause) {
    const said = cause instanceof Error ? cause.message : String(cause);
    throw new LibraryError("model-invalid", `Expected JSON at ${path} but got ${said}`, { cause });
  }
}

export async function isFile(path: string): Promise<boolean> {
  try {
    return (await stat(path)).isFile();
  } catch {
    return false; // Whatever the reason, this path has nothing for us.
  }
}
