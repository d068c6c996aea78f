import { existsSync } from "node:fs";
import { readFile } from "node:fs/promises";
import path from "node:path";
import { expect, test } from "vitest";
import { createClient, type Reply } from "../../electron/contract/client.ts";
import { DroppedPictures } from "../../electron/media/dropped-pictures.ts";
import { createMediaHandler } from "../../electron/media/media-handler.ts";
import { FakeEngine, ok } from "../link/fake-engine.ts";

interface Opened {
  readonly path: string;
  readonly name?: string;
}

function start(answer: (input: Opened) => Reply | Promise<Reply>, maxBytes?: number) {
  const engine = new FakeEngine({ "picture.open": (input) => answer(input as Opened) });
  const client = createClient<"media">(engine.connect(["media"]));
  const pictures = new DroppedPictures(client, maxBytes === undefined ? {} : { maxBytes });
  return { engine, pictures, handle: createMediaHandler(client, pictures) };
}

function post(address: string, body: string): Request {
  return new Request(`media://library/${address}`, { method: "POST", body });
}

test("the bytes of a picture become a file that the engine opens, under the name that people know", async () => {
  const read: string[] = [];
  const { engine, pictures, handle } = start(async ({ path: file, name }) => {
    read.push(await readFile(file, "utf8"));
    return ok({ picture: "a token", name });
  });
  using _ = pictures;

  const response = await handle(post("picture?name=my%20beach.jpg", "these are bytes"));

  expect([response.status, await response.json()]).toEqual([
    200,
    { picture: "a token", name: "my beach.jpg" },
  ]);
  expect(read).toEqual(["these are bytes"]);
  expect(response.headers.get("Cache-Control")).toBe("no-store");
  expect(engine.asked).toHaveLength(1);
});

test("what is no picture is refused with a sentence that names it as people know it, and is not kept", async () => {
  let file = "";
  const { pictures, handle } = start((input) => {
    file = input.path;
    const message = `Expected a picture at ${input.path} but got text`;
    return { ok: false, error: { code: "format-unsupported", message } };
  });
  using _ = pictures;

  const response = await handle(post("picture?name=notes.txt", "words"));

  expect([response.status, await response.json()]).toEqual([
    422,
    { code: "format-unsupported", message: "Expected a picture at notes.txt but got text" },
  ]);
  expect(existsSync(file)).toBe(false);
});

test("more bytes than any photo has are refused", async () => {
  const { engine, pictures, handle } = start(() => ok({}), 10);
  using _ = pictures;
  const unannounced = post("picture", "eleven bytes");
  const announced = post("picture", "eleven bytes");
  announced.headers.set("Content-Length", "12");

  const statuses = [await handle(unannounced), await handle(announced)].map(({ status }) => status);

  expect(statuses).toEqual([413, 413]);
  expect(engine.asked).toEqual([]);
});

test("the files are gone when the program ends", async () => {
  let file = "";
  const { pictures, handle } = start((input) => {
    file = input.path;
    return ok({ picture: "a token", name: "picture" });
  });
  await handle(post("picture", "bytes"));
  expect(existsSync(file)).toBe(true);

  pictures[Symbol.dispose]();

  expect(existsSync(path.dirname(file))).toBe(false);
});

test("a picture can only be posted", async () => {
  const { pictures, handle } = start(() => ok({}));
  using _ = pictures;

  const response = await handle(new Request("media://library/picture"));

  expect([response.status, response.headers.get("Allow")]).toEqual([405, "POST"]);
});
