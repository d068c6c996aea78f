import type { Protocol } from "electron";
import { contentSecurityPolicy } from "../contract/content-security-policy.ts";

/** Where the page lives. */
export const PAGE_URL = "app://semblance/index.html";
export const PAGE_ORIGIN = "app://semblance";

/** Whether the address belongs to the page. By its parts: an `app:` address has no origin in Node's eyes. */
export function isPageUrl(url: string): boolean {
  const parts = URL.parse(url);
  return parts?.protocol === "app:" && parts.host === "semblance";
}

/** The page reaches the engine through the preload script alone; it connects only to hand over a picture's bytes. */
export const SHELL_POLICY = contentSecurityPolicy({ connect: "media:", pictures: "media:" });

/** Electron takes the schemes once, all together, before it is ready. */
export function registerSchemes(protocol: Pick<Protocol, "registerSchemesAsPrivileged">): void {
  protocol.registerSchemesAsPrivileged([
    { scheme: "app", privileges: { standard: true, secure: true, codeCache: true } },
    {
      scheme: "media",
      privileges: {
        standard: true,
        secure: true,
        stream: true,
        supportFetchAPI: true,
        corsEnabled: true,
      },
    },
  ]);
}

type Handler = (request: Request) => Promise<Response>;

export function serveProtocols(
  protocol: Pick<Protocol, "handle">,
  handlers: { readonly renderer: Handler; readonly media: Handler },
): void {
  protocol.handle("app", handlers.renderer);
  protocol.handle("media", handlers.media);
}
