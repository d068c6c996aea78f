import { createHash } from "node:crypto";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { createClient } from "../../electron/contract/client.ts";
import type { ErrorCode } from "../../electron/contract/errors.ts";
import { createMediaHandler } from "../../electron/media/media-handler.ts";
import { FakeEngine, ok } from "../link/fake-engine.ts";

const bytes = Buffer.from(Array.from({ length: 1000 }, (_, index) => index % 251));
const fingerprint = createHash("sha256").update(bytes).digest("hex");
const thumbnail = `media://library/thumbnail/${fingerprint}`;
const preview = "media://library/preview/7";

let folder: string;
let path: string;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "semblance-media-"));
  path = join(folder, "picture.webp");
  await writeFile(path, bytes);
});
afterAll(() => rm(folder, { recursive: true }));

function open(answer = () => ok({ path, type: "image/webp" })) {
  const engine = new FakeEngine({
    "media.thumbnail": answer,
    "media.preview": answer,
    "media.original": answer,
    "media.video": answer,
  });
  return { engine, handle: createMediaHandler(createClient(engine.connect(["media"]))) };
}

async function bodyOf(response: Response): Promise<Buffer> {
  return Buffer.from(await response.arrayBuffer());
}

test("a thumbnail is addressed by its fingerprint and may be kept for ever", async () => {
  const { engine, handle } = open();

  const response = await handle(new Request(thumbnail));

  expect(response.status).toBe(200);
  expect(await bodyOf(response)).toEqual(bytes);
  expect(Object.fromEntries(response.headers)).toEqual({
    "accept-ranges": "bytes",
    "cache-control": "private, max-age=31536000, immutable",
    "content-length": "1000",
    "content-type": "image/webp",
    etag: expect.any(String) as string,
    "x-content-type-options": "nosniff",
  });
  expect(engine.asked).toEqual([
    { callers: ["media"], name: "media.thumbnail", input: { fingerprint, turn: 0 } },
  ]);
});

test("a preview is addressed by photo and is asked for again each time", async () => {
  const { engine, handle } = open();

  const response = await handle(new Request(preview));
  const again = await handle(
    new Request(preview, { headers: { "If-None-Match": response.headers.get("ETag")! } }),
  );

  expect(response.headers.get("Cache-Control")).toBe("private, no-cache");
  expect([again.status, await again.text()]).toEqual([304, ""]);
  expect(engine.asked[0]).toEqual({
    callers: ["media"],
    name: "media.preview",
    input: { id: 7, turn: 0 },
  });
});

test("how a photo is turned is a part of the address, and what is no turn finds nothing", async () => {
  const { engine, handle } = open();

  const statuses = [];
  for (const address of [thumbnail, preview])
    for (const turn of ["90", "270", "45", "x"])
      statuses.push((await handle(new Request(`${address}?turn=${turn}`))).status);

  expect(statuses).toEqual([200, 200, 404, 404, 200, 200, 404, 404]);
  expect(engine.asked.map(({ input }) => input)).toEqual([
    { fingerprint, turn: 90 },
    { fingerprint, turn: 270 },
    { id: 7, turn: 90 },
    { id: 7, turn: 270 },
  ]);
});

test("a film is addressed by photo and is sent in the parts that a player asks for", async () => {
  const { engine, handle } = open(() => ok({ path, type: "video/mp4" }));

  const response = await handle(
    new Request("media://library/video/7", { headers: { Range: "bytes=10-19" } }),
  );

  expect([response.status, response.headers.get("Content-Type")]).toEqual([206, "video/mp4"]);
  expect(await bodyOf(response)).toEqual(bytes.subarray(10, 20));
  expect(engine.asked[0]).toEqual({ callers: ["media"], name: "media.video", input: { id: 7 } });
});

test("the file of a photo is addressed by photo, in parts where they are asked for", async () => {
  const { engine, handle } = open(() => ok({ path, type: "image/jpeg" }));

  const response = await handle(
    new Request("media://library/original/7", { headers: { Range: "bytes=10-19" } }),
  );

  expect([response.status, response.headers.get("Content-Type")]).toEqual([206, "image/jpeg"]);
  expect(response.headers.get("Cache-Control")).toBe("private, no-cache");
  expect(await bodyOf(response)).toEqual(bytes.subarray(10, 20));
  expect(engine.asked[0]).toEqual({ callers: ["media"], name: "media.original", input: { id: 7 } });
});

test("an address may carry a query, which only tells versions apart", async () => {
  const response = await open().handle(new Request(`${preview}?v=2`));

  expect(response.status).toBe(200);
});

test("a part of the file is sent when a part is asked for", async () => {
  const response = await open().handle(
    new Request(thumbnail, { headers: { Range: "bytes=10-19" } }),
  );

  expect(response.status).toBe(206);
  expect(response.headers.get("Content-Range")).toBe("bytes 10-19/1000");
  expect(response.headers.get("Content-Length")).toBe("10");
  expect(await bodyOf(response)).toEqual(bytes.subarray(10, 20));
});

test("a part beyond the end is refused with the file's size", async () => {
  const response = await open().handle(
    new Request(thumbnail, { headers: { Range: "bytes=1000-" } }),
  );

  expect([response.status, response.headers.get("Content-Range")]).toEqual([416, "bytes */1000"]);
});

test("a part of a version that is no longer there becomes the whole file", async () => {
  const response = await open().handle(
    new Request(preview, { headers: { Range: "bytes=10-19", "If-Range": '"old"' } }),
  );

  expect([response.status, (await bodyOf(response)).length]).toEqual([200, 1000]);
});

test("HEAD answers with the headers alone", async () => {
  const response = await open().handle(new Request(thumbnail, { method: "HEAD" }));

  expect([response.status, response.headers.get("Content-Length")]).toEqual([200, "1000"]);
  expect(await response.text()).toBe("");
});

test("other methods are refused", async () => {
  const { engine, handle } = open();

  const response = await handle(new Request(thumbnail, { method: "POST" }));

  expect([response.status, response.headers.get("Allow")]).toEqual([405, "GET, HEAD"]);
  expect(engine.asked).toEqual([]);
});

test.each([
  "media://library/",
  "media://library/thumbnail",
  "media://library/thumbnail/",
  "media://library/thumbnail/..%2f..%2fetc%2fpasswd",
  "media://library/picture/7",
  "media://library/thumbnail/abc/def",
  "media://library/preview/0",
  "media://library/preview/abc",
  "media://library/preview/-1",
  `media://library/preview/${"9".repeat(40)}`,
])("%s is nothing and never asks the engine", async (url) => {
  const { engine, handle } = open();

  const response = await handle(new Request(url));

  expect(response.status).toBe(404);
  expect(engine.asked).toEqual([]);
});

test.each<[ErrorCode, number]>([
  ["photo-unknown", 404],
  ["file-missing", 404],
  ["image-corrupt", 404],
  ["request-invalid", 404],
  ["engine-unavailable", 503],
  ["unexpected", 500],
])("%s becomes status %i and is not kept", async (code, status) => {
  const failure = { ok: false, error: { code, message: "" } } as const;
  const engine = new FakeEngine({ "media.preview": () => failure });
  const handle = createMediaHandler(createClient(engine.connect(["media"])));

  const response = await handle(new Request(preview));

  expect([response.status, response.headers.get("Cache-Control")]).toEqual([status, "no-store"]);
});

test("a file that has gone since is not found", async () => {
  const { handle } = open(() => ok({ path: join(folder, "gone.webp"), type: "image/webp" }));

  const response = await handle(new Request(thumbnail));

  expect(response.status).toBe(404);
});
