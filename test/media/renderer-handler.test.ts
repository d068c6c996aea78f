import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { createRendererHandler } from "../../electron/media/renderer-handler.ts";

let folder: string;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "semblance-renderer-"));
  await mkdir(join(folder, "built", "assets"), { recursive: true });
  await writeFile(join(folder, "secret.html"), "secret");
  await writeFile(join(folder, "built", "index.html"), "<!doctype html>");
  await writeFile(join(folder, "built", ".hidden.js"), "hidden");
  await writeFile(join(folder, "built", "assets", "index-B7x_f.js"), "start()");
});
afterAll(() => rm(folder, { recursive: true }));

function ask(path: string, init?: RequestInit): Promise<Response> {
  const handle = createRendererHandler(join(folder, "built"), "default-src 'none'");
  return handle(new Request(`app://semblance${path}`, init));
}

test("the page comes with its policy and is never kept", async () => {
  const response = await ask("/");

  expect(await response.text()).toBe("<!doctype html>");
  expect(Object.fromEntries(response.headers)).toMatchObject({
    "cache-control": "no-store",
    "content-security-policy": "default-src 'none'",
    "content-type": "text/html; charset=utf-8",
    "cross-origin-resource-policy": "same-origin",
    "referrer-policy": "no-referrer",
    "x-content-type-options": "nosniff",
  });
});

test("what has a hash in its name may be kept for ever", async () => {
  const response = await ask("/assets/index-B7x_f.js");

  expect(await response.text()).toBe("start()");
  expect(response.headers.get("Content-Type")).toBe("text/javascript; charset=utf-8");
  expect(response.headers.get("Cache-Control")).toContain("immutable");
});

test.each([
  "/missing.js",
  "/assets/",
  "/assets",
  "/.hidden.js",
  "/..%2fsecret.html",
  "/%2e%2e/secret.html",
  "/../secret.html",
  "/assets//index-B7x_f.js",
  "/assets/index-B7x_f.js%00.html",
  "/assets\\index-B7x_f.js.map",
])("%s is not found", async (path) => {
  expect((await ask(path)).status).toBe(404);
});

test("only reading is possible", async () => {
  expect((await ask("/", { method: "PUT" })).status).toBe(405);
});

test("a page that has not been built says how to build it", async () => {
  const handle = createRendererHandler(join(folder, "nowhere"), "");

  const response = await handle(new Request("app://semblance/"));

  expect(response.status).toBe(503);
  expect(await response.text()).toContain("npm run build");
});
