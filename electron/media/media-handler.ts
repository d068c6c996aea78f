import type { Client } from "../contract/client.ts";
import { LibraryError, type ErrorCode } from "../contract/errors.ts";
import { PhotoId } from "../contract/photo.ts";
import { Turn } from "../contract/values.ts";
import type { DroppedPictures } from "./dropped-pictures.ts";
import { notFound, refusal, serveFile, type ServedFile } from "./serve-file.ts";

/** Answers a request for pixels. */
export type MediaHandler = (request: Request) => Promise<Response>;

const NEVER_CHANGES = "private, max-age=31536000, immutable";
const ASK_EACH_TIME = "private, no-cache";

/**
 * Serves `media://library/thumbnail/<fingerprint>`, `media://library/preview/<photo id>`, both also with `?turn=90`,, the photo's
 * own file at `media://library/original/<photo id>`, and, in parts as a player asks for them, `media://library/video/<photo id>`, and takes the bytes of
 * a picture from outside at `media://library/picture?name=…` where there is somewhere to put them.
 *
 * The address names a thing and never a file: the engine says which file that is.
 */
export function createMediaHandler(
  client: Client<"media">,
  pictures?: DroppedPictures,
): MediaHandler {
  return async (request) => {
    if (pictures && new URL(request.url).pathname === "/picture") {
      return request.method === "POST"
        ? pictures.receive(request)
        : refusal(405, { Allow: "POST" });
    }
    if (request.method !== "GET" && request.method !== "HEAD") {
      return refusal(405, { Allow: "GET, HEAD" });
    }
    try {
      const file = await findFile(client, new URL(request.url));
      return file ? await serveFile(request, file) : notFound();
    } catch (error) {
      if (error instanceof LibraryError) return refusal(statusOf(error.code));
      throw error;
    }
  };
}

async function findFile(
  client: Client<"media">,
  { pathname, searchParams }: URL,
): Promise<ServedFile | undefined> {
  const [, kind, name] =
    /^\/(thumbnail|preview|original|video)\/([0-9a-f]{1,64})$/.exec(pathname) ?? [];
  const turn = Turn.safeParse(Number(searchParams.get("turn") ?? 0)).data;
  if (name === undefined || turn === undefined) return undefined;
  if (kind === "thumbnail") {
    const file = await client.request("media.thumbnail", { fingerprint: name, turn });
    return { ...file, cache: NEVER_CHANGES };
  }
  const id = PhotoId.safeParse(Number(name)).data;
  if (id === undefined) return undefined;
  const files = {
    preview: () => client.request("media.preview", { id, turn }),
    original: () => client.request("media.original", { id }),
    video: () => client.request("media.video", { id }),
  };
  const file = await files[kind as keyof typeof files]();
  return { ...file, cache: ASK_EACH_TIME };
}

/** Trouble with the engine passes; everything else is about this photo, which has no such picture. */
function statusOf(code: ErrorCode): number {
  if (code === "engine-unavailable" || code === "cancelled") return 503;
  return code === "unexpected" ? 500 : 404;
}
