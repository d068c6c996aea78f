import type { Album } from "../../../electron/contract/album.ts";
import type { PhotoId } from "../../../electron/contract/photo.ts";

/** What is asked about an album. */
export type AlbumQuestion =
  | { readonly kind: "new"; readonly photos: readonly PhotoId[] }
  /** To which album the photos go, now and with the next B. */
  | { readonly kind: "choose"; readonly photos: readonly PhotoId[] }
  | { readonly kind: "save"; readonly query: string }
  | { readonly kind: "rename" | "query"; readonly album: Album };
