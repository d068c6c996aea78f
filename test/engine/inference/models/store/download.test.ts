import { mkdir, readdir, readFile, writeFile } from "node:fs/promises";
import path from "node:path";
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { ModelStore } from "../../../../../electron/engine/inference/models/model-store.ts";
import type { DownloadLimits } from "../../../../../electron/engine/inference/models/store/download-file.ts";
import { nextAddress } from "../../../../../electron/engine/inference/models/store/next-address.ts";
import {
  giveFile,
  giveStatus,
  startFileServer,
  type Answer,
  type FileServer,
} from "../../../../support/file-server.ts";
import { startForwardProxy } from "../../../../support/forward-proxy.ts";
import { tempFolder, type TempFolder } from "../../../../support/temp-folder.ts";
import { sha256Of, someBytes, writeTestCard } from "../../../../support/test-models.ts";
import { until } from "../../../../support/until.ts";

const BYTES = someBytes();
const HALF = 100_000;
const CHOICE = { name: "tiny", precision: "int8" };

let temp: TempFolder;

beforeEach(async () => {
  temp = await tempFolder();
  vi.stubEnv("SEMBLANCE_MODELS", temp.at("shipped"));
  for (const name of ["http_proxy", "https_proxy", "no_proxy"]) {
    vi.stubEnv(name, undefined);
    vi.stubEnv(name.toUpperCase(), undefined);
  }
});

afterEach(async () => {
  vi.unstubAllEnvs();
  await temp[Symbol.asyncDispose]();
});

/** A server with these answers, and a card that names it. */
async function serve(...answers: Answer[]): Promise<FileServer> {
  const server = await startFileServer(...answers);
  const url = `${server.url}/tiny.onnx`;
  await writeTestCard(temp.at("shipped"), "tiny", { int8: { bytes: BYTES, url } });
  return server;
}

function openStore(limits: Partial<DownloadLimits> = {}): ModelStore {
  return new ModelStore(temp.at("user"), { backOffMs: 1, attempts: 3, ...limits });
}

function install(store = openStore(), onProgress = () => {}): Promise<void> {
  return store.install(CHOICE, onProgress);
}

function installed(): Promise<Buffer> {
  return readFile(temp.at("user", "tiny", "tiny-int8.onnx"));
}

async function state(): Promise<{ state: string; receivedBytes: number }> {
  const { state: known, receivedBytes } = await openStore().find(CHOICE);
  return { state: known, receivedBytes };
}

describe("a download", () => {
  test("puts the file where it belongs, tells how far it is, and leaves nothing else", async () => {
    await using server = await serve(giveFile(BYTES));
    const store = openStore();
    const seen: number[] = [];
    const look = async () => seen.push((await store.find(CHOICE)).receivedBytes);
    const looks: Promise<unknown>[] = [];

    await install(store, () => looks.push(look()));
    await Promise.all(looks);

    expect((await installed()).equals(BYTES)).toBe(true);
    expect(await readdir(temp.at("user", "tiny"))).toEqual(["tiny-int8.onnx"]);
    expect(await state()).toEqual({ state: "installed", receivedBytes: BYTES.length });
    expect(seen.length).toBeGreaterThan(0);
    expect(server.asked).toEqual([{ path: "/tiny.onnx", range: undefined, ifRange: undefined }]);
  });

  test("happens only when it is asked for", async () => {
    await using server = await serve(giveFile(BYTES));
    const store = openStore();

    await store.list();
    await store.verify();

    expect(await state()).toEqual({ state: "absent", receivedBytes: 0 });
    expect(server.asked).toEqual([]);
  });

  test("of a file that is here and sound asks nobody", async () => {
    await using server = await serve(giveFile(BYTES));

    await install();
    await install();

    expect(server.asked).toHaveLength(1);
  });

  test("of a file that is here and damaged replaces it", async () => {
    await using _server = await serve(giveFile(BYTES));
    await mkdir(temp.at("user", "tiny"), { recursive: true });
    await writeFile(temp.at("user", "tiny", "tiny-int8.onnx"), someBytes());

    await install();

    expect((await installed()).equals(BYTES)).toBe(true);
  });

  test("that is asked for twice at the same time is one", async () => {
    await using server = await serve(giveFile(BYTES));
    const store = openStore();

    await Promise.all([install(store), install(store)]);

    expect(server.asked).toHaveLength(1);
  });

  test("by two programs at the same time gives both the whole file", async () => {
    await using _server = await serve(giveFile(BYTES));

    await Promise.all([install(openStore()), install(openStore())]);

    expect((await installed()).equals(BYTES)).toBe(true);
    expect(await readdir(temp.at("user", "tiny"))).toEqual(["tiny-int8.onnx"]);
  });

  test("follows redirections", async () => {
    await using server = await serve(
      giveStatus(302, { location: "/elsewhere/file" }),
      giveFile(BYTES),
    );

    await install();

    expect((await installed()).equals(BYTES)).toBe(true);
    expect(server.asked.map((each) => each.path)).toEqual(["/tiny.onnx", "/elsewhere/file"]);
  });

  test("ends when redirections do not", async () => {
    await using server = await serve(giveStatus(302, { location: "/again" }));

    await expect(install()).rejects.toMatchObject({
      code: "download-failed",
      message: expect.stringContaining("more than 5 redirections"),
    });
    expect(server.asked).toHaveLength(6);
  });

  test("is not begun where the disk has no room for it", async () => {
    await using server = await serve(giveFile(BYTES));

    const full = openStore({ freeBytes: () => Promise.resolve(1000) });

    await expect(install(full)).rejects.toMatchObject({
      code: "disk-full",
      message: expect.stringMatching(
        /^Expected 0\.2 MB free for .*tiny-int8\.onnx but got 0\.0 MB$/,
      ),
    });
    expect(server.asked).toEqual([]);
  });
});

describe("a connection that breaks", () => {
  test("is taken up where it broke, if the file is still the same", async () => {
    await using server = await serve(giveFile(BYTES, { cutAfter: HALF }), giveFile(BYTES));

    await install();

    expect((await installed()).equals(BYTES)).toBe(true);
    expect(server.asked.map(({ range, ifRange }) => [range, ifRange])).toEqual([
      [undefined, undefined],
      [`bytes=${HALF}-`, '"1"'],
    ]);
  });

  test("and one that stalls are the same", async () => {
    await using server = await serve(giveFile(BYTES, { stallAfter: HALF }), giveFile(BYTES));

    await install(openStore({ stallMs: 500, attempts: 10 }));

    expect((await installed()).equals(BYTES)).toBe(true);
    expect(server.asked[1]?.range).toMatch(/^bytes=\d+-$/);
  });

  test("before the answer came is tried again", async () => {
    const mute: Answer = () => {};
    await using _server = await serve(mute, giveFile(BYTES));

    await install(openStore({ stallMs: 500, attempts: 10 }));

    expect((await installed()).equals(BYTES)).toBe(true);
  });

  test("means starting again where the server gives no parts", async () => {
    await using _server = await serve(
      giveFile(BYTES, { cutAfter: HALF }),
      giveFile(BYTES, { ignoresRanges: true }),
    );

    await install();

    expect((await installed()).equals(BYTES)).toBe(true);
  });

  test("means starting again where the file has changed since", async () => {
    const older = someBytes();
    await using server = await serve(
      giveFile(older, { cutAfter: HALF, etag: '"old"' }),
      giveFile(BYTES, { etag: '"new"' }),
    );

    await install();

    expect((await installed()).equals(BYTES)).toBe(true);
    expect(server.asked[1]?.ifRange).toBe('"old"');
  });

  test("means starting again where a server goes on with another file unasked", async () => {
    const older = someBytes();
    const careless: Answer = (request, response) => {
      request.headers["if-range"] = '"new"';
      giveFile(BYTES, { etag: '"new"' })(request, response);
    };
    await using server = await serve(
      giveFile(older, { cutAfter: HALF, etag: '"old"' }),
      careless,
      giveFile(BYTES, { etag: '"new"' }),
    );

    await install();

    expect((await installed()).equals(BYTES)).toBe(true);
    expect(server.asked[2]?.range).toBeUndefined();
  });

  test("means starting again where nothing says which version the part was of", async () => {
    await using server = await serve(
      giveFile(BYTES, { cutAfter: HALF, etag: 'W/"weak"' }),
      giveFile(BYTES),
    );

    await install();

    expect((await installed()).equals(BYTES)).toBe(true);
    expect(server.asked[1]?.range).toBeUndefined();
  });

  test("means starting again where the server knows no such range", async () => {
    await using server = await serve(
      giveFile(BYTES, { cutAfter: HALF }),
      giveStatus(416),
      giveFile(BYTES),
    );

    await install();

    expect((await installed()).equals(BYTES)).toBe(true);
    expect(server.asked[2]?.range).toBeUndefined();
  });

  test("again and again is given up in the end, and what arrived is kept for the next time", async () => {
    const cut = giveFile(BYTES, { cutAfter: HALF });
    await using server = await serve(cut, giveStatus(503), giveStatus(503), giveFile(BYTES));

    await expect(install()).rejects.toMatchObject({
      code: "download-failed",
      message: expect.stringMatching(
        /answered 503; 0\.1 MB of 0\.2 MB are kept, and "semblance models install tiny:int8" goes on/,
      ),
    });
    expect(await state()).toEqual({ state: "partial", receivedBytes: HALF });
    await install();

    expect((await installed()).equals(BYTES)).toBe(true);
    expect(server.asked.at(-1)?.range).toBe(`bytes=${HALF}-`);
  });

  test("is not given up for as long as each try brings more", async () => {
    const step = giveFile(BYTES, { cutAfter: 30_000 });
    await using server = await serve(step);

    await install(openStore({ attempts: 2 }));

    expect((await installed()).equals(BYTES)).toBe(true);
    expect(server.asked.length).toBeGreaterThan(5);
  });

  test("because nobody listens there names the address", async () => {
    const server = await serve(giveFile(BYTES));
    await server[Symbol.asyncDispose]();

    await expect(install()).rejects.toMatchObject({
      code: "download-failed",
      message: expect.stringContaining(`${server.url}/tiny.onnx`),
    });
    expect(await readdir(temp.at("user", "tiny"))).toEqual([]);
  });
});

describe("a server that gives something else", () => {
  test("is refused by the checksum, and what it gave is removed", async () => {
    const other = someBytes();
    await using _server = await serve(giveFile(other));

    await expect(install()).rejects.toMatchObject({
      code: "model-invalid",
      message: expect.stringMatching(
        new RegExp(`^Expected SHA-256 ${sha256Of(BYTES)} from .* but got ${sha256Of(other)};`),
      ),
    });
    expect(await readdir(temp.at("user", "tiny"))).toEqual([]);
  });

  test("is refused at once when it says another length than the card", async () => {
    await using server = await serve(giveFile(someBytes(5000)));

    await expect(install()).rejects.toMatchObject({
      code: "download-failed",
      message: expect.stringMatching(/^Expected 200000 bytes from .* but the server offers 5000$/),
    });
    expect(server.asked).toHaveLength(1);
  });

  test("is refused when it sends more than the card says, however long it says that it is", async () => {
    const longer = Buffer.concat([BYTES, someBytes(1000)]);
    await using _server = await serve(giveFile(longer, { contentLength: "none" }));

    await expect(install()).rejects.toMatchObject({
      code: "model-invalid",
      message: expect.stringMatching(/^Expected 200000 bytes from .* but got more$/),
    });
    expect(await readdir(temp.at("user", "tiny"))).toEqual([]);
  });

  test("and says the right length all the same, is cut there and refused by the checksum", async () => {
    const longer = Buffer.concat([someBytes(1000), BYTES]);
    await using _server = await serve(giveFile(longer, { contentLength: BYTES.length }));

    await expect(install()).rejects.toMatchObject({ code: "model-invalid" });
    expect(await readdir(temp.at("user", "tiny"))).toEqual([]);
  });

  test("that is shorter than it says, or than the card does, is asked again and then given up", async () => {
    const shorter = BYTES.subarray(0, HALF);
    const liar: Answer = (_request, response) => {
      response.writeHead(200, { "content-length": BYTES.length });
      response.write(shorter, () => response.socket?.end());
    };
    await using server = await serve(liar, giveFile(shorter, { contentLength: "none" }));

    await expect(install()).rejects.toMatchObject({ code: "download-failed" });
    expect(server.asked).toHaveLength(3);
    expect(await state()).toEqual({ state: "partial", receivedBytes: HALF });
  });

  test("or nothing at all is named by its status, and not asked again", async () => {
    await using server = await serve(giveStatus(404));

    await expect(install()).rejects.toMatchObject({
      code: "download-failed",
      message: expect.stringMatching(/tiny\.onnx but the server answered 404$/),
    });
    expect(server.asked).toHaveLength(1);
  });
});

describe("a download that is stopped", () => {
  test("keeps what arrived, and goes on from there in another run", async () => {
    await using server = await serve(giveFile(BYTES, { stallAfter: HALF }), giveFile(BYTES));
    const store = openStore();
    const stopped = expect(install(store)).rejects.toMatchObject({
      code: "cancelled",
      message: expect.stringContaining("0.1 MB of 0.2 MB are kept"),
    });
    await until("half is here", async () => (await store.find(CHOICE)).receivedBytes === HALF);
    expect((await store.find(CHOICE)).state).toBe("downloading");

    await store.cancel(CHOICE);

    await stopped;
    expect(await state()).toEqual({ state: "partial", receivedBytes: HALF });
    await install();
    expect((await installed()).equals(BYTES)).toBe(true);
    expect(server.asked[1]?.range).toBe(`bytes=${HALF}-`);
  });

  test("by the end of the program is the same", async () => {
    await using _server = await serve(giveFile(BYTES, { stallAfter: HALF }));
    const store = openStore();
    const stopped = expect(install(store)).rejects.toMatchObject({ code: "cancelled" });
    await until("half is here", async () => (await store.find(CHOICE)).receivedBytes === HALF);

    await store[Symbol.asyncDispose]();

    await stopped;
    expect(await state()).toEqual({ state: "partial", receivedBytes: HALF });
  });

  test("by a crash is taken over, and one that another program is at is left to it", async () => {
    await using server = await serve(giveFile(BYTES));
    await leave("dead", "999999999");
    await leave("busy", String(process.pid));

    await install();

    expect((await installed()).equals(BYTES)).toBe(true);
    expect(server.asked[0]?.range).toBe(`bytes=${HALF}-`);
    expect(
      (await readdir(temp.at("user", "tiny"))).filter((name) => name.includes("partial")),
    ).toEqual([`tiny-int8.onnx.partial.${process.pid}.busy`]);
  });

  async function leave(name: string, pid: string): Promise<void> {
    const folder = temp.at("user", "tiny", `tiny-int8.onnx.partial.${pid}.${name}`);
    await mkdir(folder, { recursive: true });
    await writeFile(path.join(folder, "bytes"), BYTES.subarray(0, HALF));
    await writeFile(path.join(folder, "version.json"), JSON.stringify({ etag: '"1"' }));
  }
});

describe("a proxy from the environment", () => {
  test("is used", async () => {
    await using server = await serve(giveFile(BYTES));
    await using proxy = await startForwardProxy();
    vi.stubEnv("HTTP_PROXY", proxy.url);

    await install();

    expect((await installed()).equals(BYTES)).toBe(true);
    expect(proxy.asked).toEqual([`${server.url}/tiny.onnx`]);
  });

  test("is left out for the hosts that the environment names", async () => {
    await using server = await serve(giveFile(BYTES));
    await using proxy = await startForwardProxy();
    vi.stubEnv("HTTP_PROXY", proxy.url);
    vi.stubEnv("NO_PROXY", "127.0.0.1");

    await install();

    expect(proxy.asked).toEqual([]);
    expect(server.asked).toHaveLength(1);
  });
});

describe("a redirection", () => {
  const from = new URL("https://models.example/a/file.onnx");

  test.each([
    ["/b", "https://models.example/b"],
    ["other", "https://models.example/a/other"],
    ["https://cdn.example/x", "https://cdn.example/x"],
  ])("to %s leads to %s", (location, expected) => {
    expect(nextAddress(from, location).href).toBe(expected);
  });

  test.each([["http://models.example/a"], ["file:///etc/passwd"], ["https://"], [undefined]])(
    "from an encrypted address to %s is refused",
    (location) => {
      expect(() => nextAddress(from, location)).toThrow(
        expect.objectContaining({ code: "download-failed" }),
      );
    },
  );
});
