import { readFile } from "node:fs/promises";
import { extname, join } from "node:path";
import { notFound, refusal } from "./serve-file.ts";

const TYPES: Readonly<Record<string, string>> = {
  ".css": "text/css; charset=utf-8",
  ".html": "text/html; charset=utf-8",
  ".ico": "image/x-icon",
  ".js": "text/javascript; charset=utf-8",
  ".json": "application/json; charset=utf-8",
  ".png": "image/png",
  ".svg": "image/svg+xml",
  ".webp": "image/webp",
  ".woff2": "font/woff2",
};

/** Folders and a file of plain names: nothing hidden, nothing that climbs, nothing encoded. */
const PLAIN_PATH = /^(\/[\w-][\w.-]*)+$/;

/** Serves the built page and what belongs to it. `policy` is its Content-Security-Policy. */
export function createRendererHandler(
  folder: string,
  policy: string,
): (request: Request) => Promise<Response> {
  return async (request) => {
    if (request.method !== "GET" && request.method !== "HEAD") {
      return refusal(405, { Allow: "GET, HEAD" });
    }
    const { pathname } = new URL(request.url);
    const name = pathname === "/" ? "/index.html" : pathname;
    const type = TYPES[extname(name)];
    if (type === undefined || !PLAIN_PATH.test(name)) return notFound();
    // Read whole: these files are small, and in the packaged app they are inside its archive, which only
    // the plain functions of node:fs see into.
    const content = await readFile(join(folder, name)).catch(() => undefined);
    if (!content) return name === "/index.html" ? notBuilt() : notFound();
    const headers = {
      ...PAGE_HEADERS,
      ...headersOf(name, type),
      "Content-Security-Policy": policy,
    };
    return new Response(request.method === "HEAD" ? null : content, { headers });
  };
}

const PAGE_HEADERS = {
  "Cross-Origin-Opener-Policy": "same-origin",
  "Cross-Origin-Resource-Policy": "same-origin",
  "Referrer-Policy": "no-referrer",
  "X-Content-Type-Options": "nosniff",
};

function headersOf(name: string, type: string): Record<string, string> {
  return { "Cache-Control": cacheOf(name), "Content-Type": type };
}

/** Vite puts a hash of the content into the name of everything under assets/. */
function cacheOf(name: string): string {
  if (name.startsWith("/assets/")) return "private, max-age=31536000, immutable";
  return name.endsWith(".html") ? "no-store" : "no-cache";
}

function notBuilt(): Response {
  return new Response("Semblance's page has not been built here. Run: npm run build\n", {
    status: 503,
    headers: { "Content-Type": "text/plain; charset=utf-8", "Cache-Control": "no-store" },
  });
}
