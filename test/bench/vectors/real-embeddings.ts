import { existsSync } from "node:fs";
import path from "node:path";
import { createClient } from "../../../electron/contract/client.ts";
import { openLibrary } from "../../../electron/engine/open-library.ts";
import { VectorTable } from "../../../electron/engine/vectors/vector-table.ts";
import { resolveModel } from "../../../electron/engine/inference/resolve-model.ts";

const SHARED = path.join(import.meta.dirname, "../../../../shared/photos");
const FIXTURES = path.join(import.meta.dirname, "../../fixtures/photos");

/** More than there are photos in either folder. */
const ALL = 100_000;

/** The starter's embeddings of the photos beside the checkout or, without them, of the fixtures; ends in `folder`. */
export async function realEmbeddings(folder: string): Promise<Float32Array[]> {
  {
    await using library = await openLibrary({ libraryFolder: folder, live: false });
    const client = createClient<"cli">(library.connect(["cli"]));
    const photos = existsSync(SHARED) ? SHARED : FIXTURES;
    await client.request("library.index", { paths: [photos] });
  }
  const { key: model } = await resolveModel("starter");
  await using vectors = new VectorTable({
    folder: path.join(folder, "vectors"),
    model,
    onLost: () => process.exit(1),
  });
  return (await vectors.sample(ALL)).map(({ embedding }) => embedding!);
}
