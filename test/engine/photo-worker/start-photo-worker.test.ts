import { execFileSync } from "node:child_process";
import { closeSync, constants, openSync } from "node:fs";
import { readFile, writeFile } from "node:fs/promises";
import path from "node:path";
import sharp from "sharp";
import { expect, test } from "vitest";
import { cosine } from "../../../electron/engine/inference/normalise.ts";
import { resolveModel } from "../../../electron/engine/inference/resolve-model.ts";
import type { DeathRecord } from "../../../electron/engine/photo-worker/job.ts";
import {
  startPhotoWorker,
  type PhotoWorkerOptions,
  type StartedPhotoWorker,
} from "../../../electron/engine/photo-worker/start-photo-worker.ts";
import { FIXTURES } from "../../support/fixtures.ts";
import { keywordPacket } from "../metadata/xmp-packet.ts";
import { tempFolder } from "../../support/temp-folder.ts";
import { isAlive } from "../../support/is-alive.ts";
import { until } from "../../support/until.ts";

const BEE = path.join(FIXTURES, "rclip/bee.jpg");
const BANANA = path.join(FIXTURES, "grocery/Banana_005.jpg");
const model = await resolveModel("starter");

function start(options: Partial<PhotoWorkerOptions> = {}): StartedPhotoWorker {
  return startPhotoWorker({ model, provider: "cpu", ...options });
}

/** Opening it waits for a writer: a file that hangs whoever reads it. */
function makeHangingFile(at: string): void {
  execFileSync("mkfifo", [at]);
}

/** Kills the worker while it has the hanging file open, as a decoder that crashes on it would. */
async function killOver(worker: StartedPhotoWorker, hangingFile: string): Promise<void> {
  let pid: number | undefined;
  await until("the file to be opened", () => {
    ({ pid } = worker);
    if (pid === undefined) return false;
    // Stopped, it cannot go on reading once the file has a writer.
    process.kill(pid, "SIGSTOP");
    const isOpened = hasReader(hangingFile);
    process.kill(pid, isOpened ? "SIGKILL" : "SIGCONT");
    return isOpened;
  });
  await until("the worker's end", () => worker.pid !== pid);
}

/** A pipe can be opened for writing without waiting only while somebody reads it. */
function hasReader(pipe: string): boolean {
  try {
    closeSync(openSync(pipe, constants.O_WRONLY | constants.O_NONBLOCK));
    return true;
  } catch {
    return false;
  }
}

test("one render gives the thumbnail, the colour and the model's input", async () => {
  await using folder = await tempFolder();
  await using worker = start();
  const falcon = path.join(FIXTURES, "immich/prairie_falcon.jpg");

  const rendered = await worker.render(falcon, folder.at("ab", "falcon.webp"));
  const inference = await worker.infer(rendered.tensor);

  expect(rendered).toEqual({
    widthPx: 800,
    heightPx: 533,
    format: "JPEG",
    colour: expect.stringMatching(/^#[0-9a-f]{6}$/) as string,
    pixelHash: expect.any(String) as string,
    tensor: expect.any(Number) as number,
  });
  expect(await sharp(folder.at("ab", "falcon.webp")).metadata()).toMatchObject({
    format: "webp",
    height: 256,
  });
  expect([inference.embedding.length, inference.probabilities.length]).toEqual([384, 217]);
});

test("what a file and its sidecar say is told apart from its picture, and a file that is gone is missed", async () => {
  await using folder = await tempFolder();
  await using worker = start();
  const falcon = path.join(FIXTURES, "immich/prairie_falcon.jpg");
  await writeFile(folder.at("falcon.xmp"), keywordPacket(["bird"]));

  const facts = await worker.facts(falcon, [folder.at("falcon.xmp"), folder.at("gone.xmp")]);

  expect(facts).toMatchObject({ camera: "Canon EOS R5", takenAt: "2022-03-31T11:31:56" });
  expect(facts.tags).toContain("bird");
  await expect(worker.facts(folder.at("gone.jpg"), [])).rejects.toMatchObject({
    code: "file-missing",
  });
});

test("looking at a file says the same as rendering it", async () => {
  await using folder = await tempFolder();
  await using worker = start();

  const { tensor } = await worker.render(BEE, folder.at("bee.webp"));
  const [rendered, looked] = await Promise.all([worker.infer(tensor), worker.look(BEE)]);

  expect(cosine(rendered.embedding, looked.embedding)).toBeCloseTo(1, 5);
});

test("of a region the model sees that part alone, all of it", async () => {
  await using folder = await tempFolder();
  await using worker = start();
  const [bee, banana] = await Promise.all(
    [BEE, BANANA].map((file) => sharp(file).resize(800, 400, { fit: "cover" }).png().toBuffer()),
  );
  const background = { width: 800, height: 800, channels: 3, background: "grey" } as const;
  await sharp({ create: background })
    .composite([
      { input: bee!, left: 0, top: 0 },
      { input: banana!, left: 0, top: 400 },
    ])
    .png()
    .toFile(folder.at("both.png"));
  await sharp(banana).resize(400, 400, { fit: "fill" }).toFile(folder.at("banana.png"));

  const lower = { x: 0, y: 0.5, width: 1, height: 0.5 };
  const part = await worker.look(folder.at("both.png"), { region: lower });
  const whole = await worker.look(folder.at("both.png"));
  const alone = await worker.look(folder.at("banana.png"));

  expect(cosine(part.embedding, alone.embedding)).toBeGreaterThan(0.98);
  expect(cosine(whole.embedding, alone.embedding)).toBeLessThan(0.9);
});

test("the worker reports what runs, and fingerprints, thumbnails and previews without the model", async () => {
  await using folder = await tempFolder();
  await using worker = start();

  const version = expect.stringMatching(/^\d+\.\d+\.\d+$/) as string;
  expect(await worker.report()).toEqual({
    provider: "cpu",
    execution: { provider: "cpu" },
    counts: { threads: expect.any(Number) as number, filesAtOnce: expect.any(Number) as number },
    versions: { onnxruntime: version, sharp: version },
    libvips: version,
  });
  expect(await worker.fingerprint(BEE)).toMatch(/^[0-9a-f]{64}$/);
  await worker.thumbnail(BEE, folder.at("small.webp"));
  await worker.preview(BEE, folder.at("large.webp"));
  expect(await sharp(folder.at("small.webp")).metadata()).toMatchObject({ height: 256 });
  expect(await sharp(folder.at("large.webp")).metadata()).toMatchObject({ width: 384 });
});

test("what the model runs on is changed between two photos, and a provider that is not here is told of", async () => {
  await using worker = start();
  const first = await worker.look(BEE);
  const { pid } = worker;

  worker.restart(process.platform === "win32" ? "coreml" : "dml");
  await expect(worker.look(BEE)).rejects.toMatchObject({ code: "provider-unavailable" });
  worker.restart("cpu");
  const again = await worker.look(BEE);

  expect([worker.choice, worker.pid === pid]).toEqual(["cpu", false]);
  expect(cosine(first.embedding, again.embedding)).toBeCloseTo(1, 5);
});

test("a damaged file is an answer, and the worker lives on", async () => {
  await using folder = await tempFolder();
  await using worker = start();
  await writeFile(folder.at("cut.jpg"), (await readFile(BEE)).subarray(0, 9000));
  await worker.report();
  const { pid } = worker;

  await expect(worker.render(folder.at("cut.jpg"), folder.at("t.webp"))).rejects.toMatchObject({
    name: "LibraryError",
    code: "image-corrupt",
    message: expect.stringContaining("cut.jpg") as string,
  });
  await expect(worker.look(folder.at("gone.jpg"))).rejects.toMatchObject({ code: "file-missing" });
  await worker.look(BEE);
  expect(worker.pid).toBe(pid);
});

test("files in flight when the worker dies are read again", async () => {
  await using folder = await tempFolder();
  await using worker = start();
  await worker.report();

  const calls = [BEE, BANANA, BEE, BANANA, BEE].map((file, i) =>
    worker.render(file, folder.at(`${i}.webp`)),
  );
  process.kill(worker.pid!, "SIGKILL");

  const rendered = await Promise.all(calls);
  expect(rendered.map(({ widthPx, heightPx }) => [widthPx, heightPx])).toEqual([
    [384, 256],
    [348, 348],
    [384, 256],
    [348, 348],
    [384, 256],
  ]);
});

test("a tensor that was lost with its worker is made again", async () => {
  await using folder = await tempFolder();
  await using worker = start();
  const { tensor } = await worker.render(BEE, folder.at("bee.webp"));

  process.kill(worker.pid!, "SIGKILL");
  const inference = await worker.infer(tensor);

  expect(cosine(inference.embedding, (await worker.look(BEE)).embedding)).toBeCloseTo(1, 5);
});

test.skipIf(process.platform === "win32")(
  "a file that takes two workers with it is set aside, and its neighbours are not",
  async () => {
    await using folder = await tempFolder();
    await using worker = start();
    makeHangingFile(folder.at("hostile.jpg"));
    await worker.report();

    const hostile = worker.render(folder.at("hostile.jpg"), folder.at("hostile.webp"));
    const neighbour = worker.render(BEE, folder.at("bee.webp"));
    const isSetAside = expect(hostile).rejects.toMatchObject({
      code: "decoder-crashed",
      message: expect.stringContaining("hostile.jpg") as string,
    });
    await killOver(worker, folder.at("hostile.jpg"));
    await killOver(worker, folder.at("hostile.jpg"));

    await isSetAside;
    expect((await neighbour).widthPx).toBe(384);
    expect((await worker.render(BANANA, folder.at("banana.webp"))).widthPx).toBe(348);
  },
);

test.skipIf(process.platform === "win32")(
  "a file that took a worker with it in an earlier run is set aside with the next one",
  async () => {
    await using folder = await tempFolder();
    const hostile = folder.at("hostile.jpg");
    makeHangingFile(hostile);
    const deaths = new Map([[BEE, 1]]);
    const record: DeathRecord = {
      count: (path) => deaths.get(path) ?? 0,
      add: (path) => deaths.set(path, record.count(path) + 1),
      clear: (path) => deaths.delete(path),
    };
    {
      await using first = start({ deaths: record });
      await first.report();
      const closed = expect(first.render(hostile, folder.at("hostile.webp"))).rejects.toThrow();
      await killOver(first, hostile);
      await first[Symbol.asyncDispose]();
      await closed;
    }
    await using second = start({ deaths: record });
    await second.report();

    const isSetAside = expect(
      second.render(hostile, folder.at("hostile.webp")),
    ).rejects.toMatchObject({ code: "decoder-crashed" });
    await killOver(second, hostile);

    await isSetAside;
    // Suspected before and read now: something else was to blame.
    await second.render(BEE, folder.at("bee.webp"));
    expect([...deaths]).toEqual([[hostile, 2]]);
  },
);

test.skipIf(process.platform === "win32")(
  "a file that hangs is given up at its deadline, and the rest goes on",
  async () => {
    await using folder = await tempFolder();
    await using worker = start({ deadlineMs: 1500 });
    makeHangingFile(folder.at("hangs.jpg"));
    await worker.report();

    const hanging = worker.render(folder.at("hangs.jpg"), folder.at("hangs.webp"));

    await expect(hanging).rejects.toMatchObject({ code: "decode-timeout" });
    expect((await worker.look(BEE)).embedding.length).toBe(384);
  },
);

test("a worker that has grown is replaced between jobs, and nothing is lost", async () => {
  await using folder = await tempFolder();
  await using worker = start({ maxRssBytes: 1 });

  const pids = new Set<number | undefined>();
  const answers = await Promise.all(
    [BEE, BANANA, BEE, BANANA].map(async (file, i) => {
      const { tensor } = await worker.render(file, folder.at(`${i}.webp`));
      pids.add(worker.pid);
      return await worker.infer(tensor);
    }),
  );

  expect(pids.size).toBeGreaterThan(1);
  expect(cosine(answers[0]!.embedding, answers[2]!.embedding)).toBeCloseTo(1, 5);
  expect(cosine(answers[1]!.embedding, answers[3]!.embedding)).toBeCloseTo(1, 5);
});

test.skipIf(process.platform === "win32")(
  "after five deaths in a row without an answer the worker is given up, and starts again when it is told to",
  async () => {
    await using folder = await tempFolder();
    const hostile = folder.at("hostile.jpg");
    makeHangingFile(hostile);
    await using worker = start({ model: { ...model, filePath: "/nowhere.onnx" } });
    await expect(worker.report()).rejects.toMatchObject({ code: "model-invalid" });
    for (let death = 1; death < 5; death++) {
      process.kill(worker.pid!, "SIGKILL");
      await expect(worker.report()).rejects.toMatchObject({ code: "model-invalid" });
    }

    const reading = expect(worker.render(hostile, folder.at("h.webp"))).rejects.toMatchObject({
      code: "engine-unavailable",
      message: `Expected the photo worker to run but it ended 5 times in a row while it read ${hostile}`,
    });
    await killOver(worker, hostile);
    await reading;
    await expect(worker.look(BEE)).rejects.toMatchObject({ code: "engine-unavailable" });
    const { givenUp } = worker;
    worker.startAgain();

    expect(givenUp).toEqual({ path: hostile });
    expect(worker.givenUp).toBeUndefined();
    expect((await worker.render(BEE, folder.at("bee.webp"))).widthPx).toBe(384);
  },
);

test("a model that cannot be loaded says so, and pictures are still shown", async () => {
  await using folder = await tempFolder();
  await using worker = start({ model: { ...model, filePath: folder.at("gone.onnx") } });

  const rendered = await worker.render(BEE, folder.at("bee.webp"));

  await expect(worker.infer(rendered.tensor)).rejects.toMatchObject({ code: "model-invalid" });
  await expect(worker.report()).rejects.toMatchObject({ code: "model-invalid" });
});

test("a closed worker's process ends, and so does what was waiting", async () => {
  const worker = start();
  await worker.report();
  const pid = worker.pid!;
  const waiting = expect(worker.look(BEE)).rejects.toMatchObject({ code: "engine-unavailable" });

  await worker[Symbol.asyncDispose]();

  await waiting;
  expect(isAlive(pid)).toBe(false);
  await expect(worker.look(BEE)).rejects.toMatchObject({ code: "engine-unavailable" });
});

test("nothing is started before it is needed", async () => {
  await using worker = start();

  expect(worker.pid).toBeUndefined();
});
