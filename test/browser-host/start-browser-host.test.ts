import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { request, type IncomingHttpHeaders } from "node:http";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { WebSocket as Client } from "ws";
import { startBrowserHost } from "../../electron/browser-host/start-browser-host.ts";
import { PROTOCOL } from "../../electron/contract/messages.ts";
import { FakeEngine, ok } from "../link/fake-engine.ts";

const fingerprint = "ab".repeat(32);
let folder: string;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "semblance-host-"));
  await mkdir(join(folder, "renderer", "assets"), { recursive: true });
  await writeFile(join(folder, "renderer", "index.html"), "<!doctype html>");
  await writeFile(join(folder, "renderer", "assets", "index-1.js"), "start()");
  await writeFile(join(folder, "thumbnail.webp"), "0123456789");
});
afterAll(() => rm(folder, { recursive: true }));

async function startHost(rendererFolder = join(folder, "renderer")) {
  const thumbnail = { path: join(folder, "thumbnail.webp"), type: "image/webp" };
  const engine = new FakeEngine({
    "media.thumbnail": () => ok(thumbnail),
    "picture.open": () => ok({ picture: "token", name: "beach.jpg" }),
  });
  const host = await startBrowserHost({ engine, rendererFolder });
  return { engine, host, [Symbol.asyncDispose]: () => host[Symbol.asyncDispose]() };
}

interface Answer {
  status: number;
  headers: IncomingHttpHeaders;
  text: string;
}

/** node:http and not fetch: a test must be able to lie about the Host. */
function get(port: number, path: string, headers: Record<string, string> = {}): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const call = request({ host: "127.0.0.1", port, path, headers, agent: false }, (response) => {
      let text = "";
      response.setEncoding("utf8");
      response.on("data", (part: string) => (text += part));
      response.on("end", () =>
        resolve({ status: response.statusCode ?? 0, headers: response.headers, text }),
      );
    });
    call.on("error", reject);
    call.end();
  });
}

/** What a browser's page does first. */
async function openPage(url: string, headers: Record<string, string>): Promise<unknown> {
  const { host, hash } = new URL(url);
  const client = new Client(`ws://${host}/link`, { headers });
  return new Promise((resolve) => {
    client.on("error", (error) => resolve(error.message));
    client.on("open", () => {
      const token = hash.slice("#token=".length);
      client.send(JSON.stringify({ kind: "hello", protocol: PROTOCOL, token }));
    });
    client.on("message", (data: Buffer) => {
      resolve(JSON.parse(data.toString()));
      client.close();
    });
  });
}

test("the page comes with a policy that names only this host", async () => {
  await using started = await startHost();
  const { host } = started;

  const page = await get(host.port, "/");
  const script = await get(host.port, "/assets/index-1.js");

  expect([page.status, page.text, script.text]).toEqual([200, "<!doctype html>", "start()"]);
  expect(page.headers["content-security-policy"]).toBe(
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; media-src 'self'; " +
      `connect-src 'self' ws://127.0.0.1:${host.port} ws://localhost:${host.port}; base-uri 'none'; ` +
      "form-action 'none'; frame-ancestors 'none'; require-trusted-types-for 'script'; " +
      "trusted-types svelte-trusted-html",
  );
});

test("the page's own token opens the link and hands out the pictures' secret", async () => {
  await using started = await startHost();
  const { engine, host } = started;

  const welcome = await openPage(host.url, { Origin: `http://127.0.0.1:${host.port}` });
  const { media } = welcome as { media: string };
  const picture = await get(host.port, `/media/${media}/thumbnail/${fingerprint}`);
  const part = await get(host.port, `/media/${media}/thumbnail/${fingerprint}`, {
    Range: "bytes=2-4",
  });

  expect(welcome).toEqual({
    kind: "welcome",
    protocol: PROTOCOL,
    media: expect.any(String) as string,
  });
  expect([picture.status, picture.text]).toEqual([200, "0123456789"]);
  expect([part.status, part.text, part.headers["content-range"]]).toEqual([
    206,
    "234",
    "bytes 2-4/10",
  ]);
  expect(picture.headers["cross-origin-resource-policy"]).toBe("same-origin");
  expect(engine.asked[0]).toEqual({
    callers: ["media"],
    name: "media.thumbnail",
    input: { fingerprint, turn: 0 },
  });
});

test("pictures cannot be had without the secret", async () => {
  await using started = await startHost();
  const { engine, host } = started;

  const guesses = await Promise.all(
    [
      "/media/",
      "/media/x/",
      `/media/x/thumbnail/${fingerprint}`,
      `/media//thumbnail/${fingerprint}`,
    ].map((path) => get(host.port, path)),
  );

  expect(guesses.map(({ status }) => status)).toEqual([404, 404, 404, 404]);
  expect(engine.asked).toEqual([]);
});

test("a picture that is dropped on the page is handed to the engine, by this page alone", async () => {
  await using started = await startHost();
  const { engine, host } = started;
  const origin = `http://127.0.0.1:${host.port}`;
  const { media } = (await openPage(host.url, { Origin: origin })) as { media: string };
  const address = `${origin}/media/${media}/picture?name=beach.jpg`;
  const drop = (headers: Record<string, string>) =>
    fetch(address, { method: "POST", body: "bytes", headers });

  const own = await drop({ Origin: origin });
  const foreign = await drop({ Origin: "https://evil.example" });

  expect([own.status, await own.json()]).toEqual([200, { picture: "token", name: "beach.jpg" }]);
  expect(foreign.status).toBe(403);
  expect(engine.asked).toMatchObject([{ name: "picture.open", input: { name: "beach.jpg" } }]);
});

test("a name that was made to resolve to this machine is turned away", async () => {
  await using started = await startHost();
  const { host } = started;

  const page = await get(host.port, "/", { Host: `evil.example:${host.port}` });
  const otherPort = await get(host.port, "/", { Host: "127.0.0.1:1" });
  const byName = await get(host.port, "/", { Host: `localhost:${host.port}` });

  expect([page.status, otherPort.status, byName.status]).toEqual([421, 421, 200]);
});

test.each([
  ["another page", { Origin: "https://evil.example" }],
  ["a page of another port", { Origin: "http://127.0.0.1:1" }],
  ["something without an origin", {}],
])("the link is closed to %s, token or not", async (_, headers) => {
  await using started = await startHost();
  const { host } = started;

  const answer = await openPage(host.url, headers);

  expect(answer).toContain("403");
});

test("a page that has not been built says so", async () => {
  await using started = await startHost(join(folder, "nowhere"));
  const { host } = started;

  const page = await get(host.port, "/");

  expect(page.status).toBe(503);
  expect(page.text).toContain("npm run build");
});

test("a port that is taken is named", async () => {
  await using started = await startHost();
  const { engine, host } = started;

  const second = startBrowserHost({ engine, rendererFolder: folder, port: host.port });

  await expect(second).rejects.toThrow(`${host.port} cannot be had`);
});

test("nothing answers once the host has ended", async () => {
  const { host } = await startHost();
  await get(host.port, "/");

  await host[Symbol.asyncDispose]();

  await expect(get(host.port, "/")).rejects.toThrow("ECONNREFUSED");
});
