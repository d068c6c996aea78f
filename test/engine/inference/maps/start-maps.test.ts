import { expect, test } from "vitest";
import { MapThread } from "../../../../electron/engine/inference/maps/start-maps.ts";
import { resolveModel } from "../../../../electron/engine/inference/resolve-model.ts";
import { twoPictures } from "../../../support/run-net.ts";
import { until } from "../../../support/until.ts";

const model = await resolveModel("starter");
const picture = () => twoPictures(model.input.sizePx).slice(0, 3 * model.input.sizePx ** 2);

test("the thread begins with a question, ends when nobody asks any more, and begins again", async () => {
  await using maps = new MapThread(model, { idleMs: 1 });
  expect(maps.isRunning).toBe(false);

  const [first, second] = await Promise.all([
    maps.ask(picture(), { maps: [] }),
    maps.ask(picture(), { maps: ["stage3"] }),
  ]);
  await until("the end of the thread", () => !maps.isRunning);
  const again = await maps.ask(picture(), { maps: [] });

  expect([first, second, again].map((answer) => Object.keys(answer.maps))).toEqual([
    ["embedding"],
    ["embedding", "stage3"],
    ["embedding"],
  ]);
  expect(again.maps.embedding).toEqual(first.maps.embedding);
});

test("a model that does not load is told to everybody who asks", async () => {
  await using maps = new MapThread({ ...model, filePath: import.meta.filename });

  const asking = [maps.ask(picture(), { maps: [] }), maps.ask(picture(), { maps: [] })];

  for (const answer of asking)
    await expect(answer).rejects.toMatchObject({ code: "model-invalid" });
});
