import type { Client } from "../contract/client.ts";
import type { Photo } from "../contract/photo.ts";
import { MAX_PAGE, type Order, type PhotoPage } from "../contract/query.ts";

/** The first photos that a query finds; a limit beyond a page is read page by page. */
export async function readPages(
  client: Client<"cli">,
  question: Order & { readonly query: string },
  limit: number,
) {
  const photos: Photo[] = [];
  let cursor: string | null = null;
  let total: number;
  do {
    const page: PhotoPage = await client.request("photo.page", {
      ...question,
      limit: Math.min(MAX_PAGE, limit - photos.length),
      ...(cursor !== null && { cursor }),
    });
    photos.push(...page.photos);
    total = page.total;
    cursor = page.next;
  } while (cursor !== null && photos.length < limit);
  return { total, photos };
}
