import { mkdtemp, realpath, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";

export interface TempFolder extends AsyncDisposable {
  readonly path: string;
  at(...parts: string[]): string;
}

/** An empty folder that is gone when the test ends. */
export async function tempFolder(): Promise<TempFolder> {
  const folder = await realpath(await mkdtemp(path.join(tmpdir(), "semblance-")));
  return {
    path: folder,
    at: (...parts) => path.join(folder, ...parts),
    [Symbol.asyncDispose]: () => rm(folder, { recursive: true, force: true, maxRetries: 3 }),
  };
}
