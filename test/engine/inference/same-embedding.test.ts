import { expect, test } from "vitest";
import { cosine } from "../../../electron/engine/inference/normalise.ts";
import { tensorLength } from "../../../electron/engine/inference/preprocess.ts";
import { knownInput } from "../../../electron/engine/inference/providers/probe/known-input.ts";
import { resolveModel } from "../../../electron/engine/inference/resolve-model.ts";
import { openSession, stableBatch } from "../../../electron/engine/inference/session.ts";

const MOST = 16;
const BATCHES = Array.from({ length: MOST }, (_, at) => at + 1);

test.each(["starter:int8", "starter:float32"])(
  "%s gives a photo the same embedding whatever the batch, the threads and the run",
  { timeout: 120_000 },
  async (name) => {
    const model = await resolveModel(name);
    const photos = knownInput(MOST, model.input.sizePx);
    const length = tensorLength(model.input);
    await using alone = await openSession(model, "cpu", { threads: 1 });
    const expected: Float32Array[] = [];
    for (let at = 0; at < MOST; at++) {
      const [answer] = await alone.run(photos.subarray(at * length), 1);
      expected.push(answer!.embedding);
    }

    for (const threads of [1, 2]) {
      await using session = await openSession(model, "cpu", { threads });
      for (const batch of BATCHES) {
        const answers = await session.run(photos, batch);
        const cosines = answers.map(({ embedding }, at) => cosine(embedding, expected[at]!));
        expect(cosines, `${threads} threads`).toHaveLength(batch);
        expect(
          Math.min(...cosines),
          `${threads} threads, a batch of ${batch}`,
        ).toBeGreaterThanOrEqual(0.99999);
      }
    }
  },
);

test("providers that compile for a shape meet few of them", () => {
  const sizes = BATCHES.map((count) => stableBatch(count, MOST));

  expect(new Set(sizes)).toEqual(new Set([1, 2, 4, 8, 16]));
  expect(sizes.every((size, at) => size >= BATCHES[at]!)).toBe(true);
  expect([stableBatch(1, 1), stableBatch(5, 6)]).toEqual([1, 6]);
});
