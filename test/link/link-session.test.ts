import { once } from "node:events";
import { createServer } from "node:http";
import { expect, test } from "vitest";
import { WebSocket as Client } from "ws";
import { LinkClose } from "../../electron/contract/link-close.ts";
import { PROTOCOL } from "../../electron/contract/messages.ts";
import { portOf } from "../../electron/link/local-request.ts";
import { serveLink } from "../../electron/link/serve-link.ts";
import { FakeEngine, ok } from "./fake-engine.ts";

const hello = { kind: "hello", protocol: PROTOCOL, token: "page" };

async function startServer(engine = new FakeEngine(), helloWithinMs = 5_000) {
  const server = createServer().listen(0, "127.0.0.1");
  await once(server, "listening");
  const link = serveLink(server, {
    grants: [
      { token: "page", callers: ["renderer", "host"], media: "secret" },
      { token: "owner", callers: ["cli"] },
    ],
    connect: (callers) => engine.connect(callers),
    accepts: () => true,
    helloWithinMs,
  });
  return {
    url: `ws://127.0.0.1:${portOf(server)}`,
    async [Symbol.asyncDispose]() {
      await link[Symbol.asyncDispose]();
      server.close();
    },
  };
}

/** Says everything at once and gathers what comes back until the socket closes or `count` messages came. */
async function converse(url: string, say: readonly unknown[], count = Infinity) {
  const client = new Client(url);
  const heard: unknown[] = [];
  await once(client, "open");
  for (const message of say)
    client.send(typeof message === "string" ? message : JSON.stringify(message));
  const close = await new Promise<{ code: number; reason: string }>((resolve) => {
    client.on("message", (data: Buffer) => {
      heard.push(JSON.parse(data.toString()));
      if (heard.length === count) client.close(1000);
    });
    client.on("close", (code, reason) => resolve({ code, reason: reason.toString() }));
  });
  return { heard, close };
}

test("a page is welcomed with the secret of its pictures and asks as a page", async () => {
  const engine = new FakeEngine({ "tag.list": () => ok([]) });
  await using server = await startServer(engine);

  const { heard } = await converse(
    `${server.url}/link`,
    [hello, { kind: "request", id: 7, name: "tag.list", input: {} }],
    2,
  );

  expect(heard).toEqual([
    { kind: "welcome", protocol: PROTOCOL, media: "secret" },
    { kind: "reply", id: 7, reply: ok([]) },
  ]);
  expect(engine.asked).toEqual([{ callers: ["renderer", "host"], name: "tag.list", input: {} }]);
});

test("an owner's token opens the command line's requests and no pictures", async () => {
  const engine = new FakeEngine();
  await using server = await startServer(engine);

  const { heard } = await converse(
    `${server.url}/link`,
    [
      { ...hello, token: "owner" },
      { kind: "request", id: 1, name: "folder.list", input: {} },
    ],
    2,
  );

  expect(heard[0]).toEqual({ kind: "welcome", protocol: PROTOCOL });
  expect(engine.asked[0]?.callers).toEqual(["cli"]);
});

test("a request that is not in the contract is answered, not passed on", async () => {
  const engine = new FakeEngine();
  await using server = await startServer(engine);

  const { heard } = await converse(
    `${server.url}/link`,
    [hello, { kind: "request", id: 1, name: "constructor", input: {} }],
    2,
  );

  expect(heard[1]).toMatchObject({ id: 1, reply: { error: { code: "request-invalid" } } });
  expect(engine.asked).toEqual([]);
});

test("a page cannot ask what is for the command line, whatever the engine behind would answer", async () => {
  const engine = new FakeEngine();
  await using server = await startServer(engine);

  const { heard } = await converse(
    `${server.url}/link`,
    [hello, { kind: "request", id: 1, name: "file.embed", input: { paths: ["/etc/passwd"] } }],
    2,
  );

  expect(heard[1]).toMatchObject({ id: 1, reply: { error: { code: "request-forbidden" } } });
  expect(engine.asked).toEqual([]);
});

test("a client of another protocol is told which one is spoken here", async () => {
  await using server = await startServer();

  const { close } = await converse(`${server.url}/link`, [{ ...hello, protocol: PROTOCOL + 1 }]);

  expect(close).toEqual({ code: LinkClose.wrongProtocol, reason: String(PROTOCOL) });
});

test.each([
  ["a wrong token", [{ ...hello, token: "page?" }], LinkClose.refused],
  [
    "a wrong token with another protocol",
    [{ ...hello, token: "", protocol: 9 }],
    LinkClose.refused,
  ],
  [
    "a request before the hello",
    [{ kind: "request", id: 1, name: "tag.list", input: {} }],
    LinkClose.notUnderstood,
  ],
  ["a second hello", [hello, hello], LinkClose.notUnderstood],
  ["an attempt to stop the engine", [hello, { kind: "stop" }], LinkClose.notUnderstood],
  ["something that is not JSON", ["hello"], LinkClose.notUnderstood],
  ["JSON of no known kind", [null], LinkClose.notUnderstood],
] as const)("%s ends the conversation", async (_, say, code) => {
  const engine = new FakeEngine();
  await using server = await startServer(engine);

  const { close } = await converse(`${server.url}/link`, say);

  expect(close.code).toBe(code);
  expect(engine.asked).toEqual([]);
});

test("who says nothing is sent away", async () => {
  await using server = await startServer(new FakeEngine(), 20);

  const { close } = await converse(`${server.url}/link`, []);

  expect(close.code).toBe(LinkClose.refused);
});

test("a message beyond eight megabytes ends the conversation", async () => {
  await using server = await startServer();

  const { close } = await converse(`${server.url}/link`, [hello, "x".repeat(9 * 1024 * 1024)]);

  expect(close.code).toBe(1009);
});

test("there is no link at another address", async () => {
  await using server = await startServer();

  const client = new Client(`${server.url}/elsewhere`);

  const error = await new Promise((resolve) => client.once("error", resolve));
  expect(String(error)).toContain("404");
});
