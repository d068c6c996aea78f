import type { Session, WebContents } from "electron";
import { isPageUrl } from "./protocols.ts";

/** What the page itself is made of. Models are fetched by the engine, never here. */
const OWN_SCHEMES = new Set(["app:", "media:", "data:", "blob:"]);

export type GuardedSession = Pick<
  Session,
  "setPermissionRequestHandler" | "setPermissionCheckHandler" | "setDevicePermissionHandler"
> & { readonly webRequest: Pick<Session["webRequest"], "onBeforeRequest"> };

/** Gives the page no permission but to copy text and to take the screen, and no network. `isDeveloping` lets its tools load. */
export function guardSession(session: GuardedSession, isDeveloping: boolean): void {
  session.setPermissionRequestHandler((contents, permission, done) =>
    done(isAllowed(permission, contents.getURL())),
  );
  session.setPermissionCheckHandler((_contents, permission, origin) =>
    isAllowed(permission, origin),
  );
  session.setDevicePermissionHandler(() => false);
  session.webRequest.onBeforeRequest(({ url }, done) =>
    done({ cancel: !mayLoad(url, isDeveloping) }),
  );
}

/** Copy path, and full screen. Reading the clipboard is another permission. */
const ALLOWED = new Set(["clipboard-sanitized-write", "fullscreen"]);

function isAllowed(permission: string, url: string): boolean {
  return ALLOWED.has(permission) && isPageUrl(url);
}

export function mayLoad(url: string, isDeveloping: boolean): boolean {
  const scheme = URL.parse(url)?.protocol ?? "";
  return OWN_SCHEMES.has(scheme) || (isDeveloping && scheme === "devtools:");
}

type GuardedContents = Pick<WebContents, "setWindowOpenHandler" | "on">;

/** The window stays on the one page that it was opened with. */
export function guardContents(contents: GuardedContents): void {
  contents.setWindowOpenHandler(() => ({ action: "deny" }));
  contents.on("will-navigate", (event) => event.preventDefault());
  contents.on("will-frame-navigate", (event) => event.preventDefault());
  contents.on("will-redirect", (event) => event.preventDefault());
  contents.on("will-attach-webview", (event) => event.preventDefault());
}
