import { expect, test } from "vitest";
import { LibraryError } from "../../electron/contract/errors.ts";
import type { RequestName } from "../../electron/contract/requests.ts";
import { serveTransport, type Handlers } from "../../electron/engine/serve.ts";

const asked: unknown[] = [];
/** Only the handlers that the tests ask; the compiler sees to it that the engine has them all. */
const handlers = {
  "photo.get": (input: unknown) => asked.push(input),
  "folder.list": () => {
    throw new LibraryError("folder-unavailable", "expected a folder");
  },
  "library.status": () => {
    throw new TypeError("a bug");
  },
  "place.list": () => "places",
} as unknown as Handlers;

function transportFor(...callers: Parameters<typeof serveTransport>[1][number][]) {
  return serveTransport(handlers, callers, () => () => {});
}

test("a request is answered with the handler's value", async () => {
  expect(await transportFor("renderer").send("photo.get", { id: 7 })).toEqual({
    ok: true,
    value: 1,
  });
  expect(asked).toEqual([{ id: 7 }]);
});

test.for([[{}], [{ id: "7" }], [{ id: -1 }], ["text"]])(
  "input %j is refused at the edge",
  async ([input]) => {
    expect(await transportFor("renderer").send("photo.get", input)).toMatchObject({
      ok: false,
      error: { code: "request-invalid" },
    });
  },
);

test("a request that does not exist is refused, whatever it is called", async () => {
  for (const name of ["photo.steal", "constructor", "__proto__"]) {
    expect(await transportFor("cli").send(name as RequestName, {})).toMatchObject({
      ok: false,
      error: { code: "request-invalid" },
    });
  }
});

test("a caller may make its own requests and no others", async () => {
  expect(await transportFor("host").send("place.list", {})).toEqual({ ok: true, value: "places" });
  expect(await transportFor("renderer").send("place.list", {})).toMatchObject({
    error: { code: "request-forbidden" },
  });
  expect(await transportFor("renderer").send("folder.add", { path: "/etc" })).toMatchObject({
    error: { code: "request-forbidden" },
  });
});

test("anticipated failures keep their code, bugs are called unexpected", async () => {
  expect(await transportFor("renderer").send("folder.list", {})).toEqual({
    ok: false,
    error: { code: "folder-unavailable", message: "expected a folder" },
  });
  expect(await transportFor("renderer").send("library.status", {})).toMatchObject({
    error: { code: "unexpected" },
  });
});
