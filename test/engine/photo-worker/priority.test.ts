import { getPriority } from "node:os";
import { expect, test } from "vitest";
import { resolveModel } from "../../../electron/engine/inference/resolve-model.ts";
import { startPhotoWorker } from "../../../electron/engine/photo-worker/start-photo-worker.ts";

test.skipIf(process.platform === "win32")(
  "the photo worker steps back behind the engine, which answers the user",
  async () => {
    await using worker = startPhotoWorker({
      model: await resolveModel("starter"),
      provider: "cpu",
    });

    await worker.report();

    expect(getPriority(worker.pid)).toBeGreaterThan(getPriority());
  },
);
