import type { CustomScheme, Protocol } from "electron";
import { expect, test } from "vitest";
import { isPageUrl, registerSchemes, serveProtocols } from "../../electron/main/protocols.ts";

test("both schemes are registered in the one call that Electron allows", () => {
  const calls: CustomScheme[][] = [];

  registerSchemes({ registerSchemesAsPrivileged: (schemes) => calls.push(schemes) });

  expect(calls.map((schemes) => schemes.map(({ scheme }) => scheme))).toEqual([["app", "media"]]);
  for (const { privileges } of calls[0]!) expect(privileges).not.toHaveProperty("bypassCSP");
});

test("each scheme has its handler", () => {
  const handlers: Record<string, unknown> = {};
  const protocol: Pick<Protocol, "handle"> = {
    handle: (scheme, handler) => (handlers[scheme] = handler),
  };
  const renderer = async () => new Response();
  const media = async () => new Response();

  serveProtocols(protocol, { renderer, media });

  expect(handlers).toEqual({ app: renderer, media });
});

test.each([
  ["app://semblance/index.html", true],
  ["app://semblance", true],
  ["app://other/index.html", false],
  ["app://semblance@evil/", false],
  ["https://semblance/", false],
  ["", false],
])("%j is the page: %j", (url, expected) => {
  expect(isPageUrl(url)).toBe(expected);
});
