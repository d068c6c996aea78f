import type { Event, Session, WebContents } from "electron";
import { expect, test } from "vitest";
import { PAGE_URL, SHELL_POLICY } from "../../electron/main/protocols.ts";
import { guardContents, guardSession, type GuardedSession } from "../../electron/main/security.ts";
import { windowOptions } from "../../electron/main/window.ts";

type Handlers = {
  [
    N in "setPermissionRequestHandler" | "setPermissionCheckHandler" | "setDevicePermissionHandler"
  ]: NonNullable<Parameters<Session[N]>[0]>;
} & { load: (url: string) => boolean };

/** The handlers that the session was given, to be called as Electron would. */
function guarded(isDeveloping = false): Handlers {
  const given: Partial<Handlers> = {};
  const session = {
    setPermissionRequestHandler: (handler) => (given.setPermissionRequestHandler = handler!),
    setPermissionCheckHandler: (handler) => (given.setPermissionCheckHandler = handler!),
    setDevicePermissionHandler: (handler) => (given.setDevicePermissionHandler = handler!),
    webRequest: {
      onBeforeRequest: (listener: unknown) => {
        const ask = listener as (
          details: object,
          done: (answer: { cancel: boolean }) => void,
        ) => void;
        given.load = (url) => {
          let isCancelled = true;
          ask({ url }, ({ cancel }) => (isCancelled = cancel));
          return !isCancelled;
        };
      },
    },
  } as GuardedSession;
  guardSession(session, isDeveloping);
  return given as Handlers;
}

const permissions = [
  "media",
  "geolocation",
  "notifications",
  "clipboard-read",
  "fileSystem",
] as const;

function ask(
  handlers: Handlers,
  permission: (typeof permissions)[number] | "clipboard-sanitized-write" | "fullscreen",
  url: string,
) {
  const contents = { getURL: () => url } as unknown as WebContents;
  let isGranted: boolean | undefined;
  handlers.setPermissionRequestHandler(
    contents,
    permission,
    (granted) => (isGranted = granted),
    {} as never,
  );
  return [isGranted, handlers.setPermissionCheckHandler(contents, permission, url, {} as never)];
}

test.each(permissions)("the page is not given %s", (permission) => {
  expect(ask(guarded(), permission, PAGE_URL)).toEqual([false, false]);
});

test("the page may take the screen, and no other page may", () => {
  const handlers = guarded();

  expect(ask(handlers, "fullscreen", PAGE_URL)).toEqual([true, true]);
  expect(ask(handlers, "fullscreen", "https://evil.example/")).toEqual([false, false]);
});

test("the page may copy text, and no other page may", () => {
  const handlers = guarded();

  expect(ask(handlers, "clipboard-sanitized-write", PAGE_URL)).toEqual([true, true]);
  expect(ask(handlers, "clipboard-sanitized-write", "https://evil.example/")).toEqual([
    false,
    false,
  ]);
});

test("no device is ever given", () => {
  expect(guarded().setDevicePermissionHandler({} as never)).toBe(false);
});

test.each([
  ["app://semblance/index.html", true],
  ["media://library/thumbnail/ab", true],
  ["data:image/png;base64,AA", true],
  ["blob:app://semblance/1", true],
  ["https://example.com/", false],
  ["http://127.0.0.1:80/", false],
  ["ws://127.0.0.1:80/", false],
  ["file:///etc/passwd", false],
  ["devtools://devtools/bundled/x.js", false],
  ["nonsense", false],
])("%s is loaded: %j", (url, isLoaded) => {
  expect(guarded().load(url)).toBe(isLoaded);
});

test("a developer's tools load in development", () => {
  expect(guarded(true).load("devtools://devtools/bundled/x.js")).toBe(true);
});

test("the window goes nowhere and opens nothing", () => {
  const prevented: string[] = [];
  const opened: string[] = [];
  const contents = {
    setWindowOpenHandler: (handler: Parameters<WebContents["setWindowOpenHandler"]>[0]) => {
      opened.push(handler({} as never).action);
    },
    on: (name: string, listener: (event: Pick<Event, "preventDefault">) => void) => {
      listener({ preventDefault: () => prevented.push(name) });
    },
  };

  guardContents(contents as unknown as WebContents);

  expect(opened).toEqual(["deny"]);
  expect(prevented).toEqual([
    "will-navigate",
    "will-frame-navigate",
    "will-redirect",
    "will-attach-webview",
  ]);
});

test("the window's page is sandboxed and apart from everything", () => {
  const { webPreferences } = windowOptions({ preload: "/app/preload.cjs", isDark: true });

  expect(webPreferences).toMatchObject({
    preload: "/app/preload.cjs",
    sandbox: true,
    contextIsolation: true,
    nodeIntegration: false,
    webSecurity: true,
    webviewTag: false,
  });
});

test("the page in the shell may connect to the library's media alone, and show its pictures", () => {
  expect(SHELL_POLICY).toContain("connect-src media:;");
  expect(SHELL_POLICY).toContain("img-src 'self' media: data:");
  expect(SHELL_POLICY).toContain("media-src 'self' media:;");
});
