import { LibraryError } from "../../contract/errors.ts";
import type { Label } from "../../contract/photo.ts";
import type { Parts } from "../parts.ts";
import type { Handlers } from "../serve.ts";

/** Questions about any image file, in the library or not. */
export function fileHandlers(parts: Parts): Pick<Handlers, "file.labels" | "file.embed"> {
  async function labels(path: string, limit: number): Promise<{ path: string; labels: Label[] }> {
    const { model, photoWorker } = parts.current();
    const { probabilities } = await photoWorker.look(path);
    const all = model.labels.map((label, position) => ({
      ...label,
      confidence: probabilities[position]!,
    }));
    return { path, labels: all.sort((a, b) => b.confidence - a.confidence).slice(0, limit) };
  }

  return {
    "file.labels": ({ paths, limit }) => {
      const { model } = parts.current();
      if (limit > model.labels.length) {
        throw new LibraryError(
          "request-invalid",
          `expected at most ${model.labels.length} labels, all that ${model.name} knows, but got ${limit}`,
        );
      }
      return inTurn(paths, (path) => labels(path, limit));
    },
    "file.embed": ({ paths }) => {
      const { model, photoWorker } = parts.current();
      return inTurn(paths, async (path) => ({
        path,
        model: model.key,
        embedding: [...(await photoWorker.look(path)).embedding],
      }));
    },
  };
}

/** Files under way at once: enough to keep the decoders busy. */
const AT_ONCE = 8;

/** Results in the order of the paths; the first failure is the answer. */
async function inTurn<T>(
  paths: readonly string[],
  work: (path: string) => Promise<T>,
): Promise<T[]> {
  const results: T[] = [];
  for (let start = 0; start < paths.length; start += AT_ONCE) {
    results.push(...(await Promise.all(paths.slice(start, start + AT_ONCE).map(work))));
  }
  return results;
}
