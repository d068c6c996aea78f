import { LibraryError } from "../../contract/errors.ts";
import type { CheckedInput } from "../../contract/requests.ts";
import type { Evaluation } from "../../contract/similar.ts";
import { evaluateSet, type LabelledVectors } from "../evaluation/evaluate-set.ts";
import type { Parts } from "../parts.ts";
import type { Handlers } from "../serve.ts";
import { vectorsOfFiles } from "./file-vectors.ts";

type Skipped = Evaluation["skipped"][number];

export function evaluateHandlers(parts: Parts): Pick<Handlers, "similar.evaluate"> {
  return {
    async "similar.evaluate"({ files, ...options }) {
      const rooms = parts.current();
      const { usable, skipped } = await readFiles(parts, rooms, files);
      const measures = await evaluateSet(usable, options);
      if (measures.queries === 0) throw nothingToAsk(usable.length, skipped);
      return { ...measures, skipped, model: rooms.model.key };
    },
  };
}

async function readFiles(
  parts: Parts,
  rooms: ReturnType<Parts["current"]>,
  files: CheckedInput<"similar.evaluate">["files"],
): Promise<{ usable: LabelledVectors[]; skipped: Skipped[] }> {
  const found = await vectorsOfFiles(
    parts,
    rooms,
    files.map(({ path }) => path),
  );
  const usable: LabelledVectors[] = [];
  const skipped: Skipped[] = [];
  for (const [at, { path, label }] of files.entries()) {
    const vectors = found[at]!;
    if (vectors instanceof LibraryError) skipped.push({ path, message: vectors.message });
    else usable.push({ label, vectors });
  }
  return { usable, skipped };
}

function nothingToAsk(usable: number, [first, ...others]: readonly Skipped[]): LibraryError {
  const reason = first
    ? `; ${others.length + 1} could not be read, the first: ${first.message}`
    : "";
  return new LibraryError(
    "request-invalid",
    `Expected at least two readable files of one label but got none among ${usable}${reason}`,
  );
}
