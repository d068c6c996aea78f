import type { Album } from "../../../electron/contract/album.ts";
import type { PhotoId } from "../../../electron/contract/photo.ts";
import type { SimilarQuestion } from "../../../electron/contract/similar.ts";

/** What is asked about an album. */
export type AlbumQuestion =
  | { readonly kind: "new"; readonly photos: readonly PhotoId[] }
  /** To which album the photos go, now and with the next B. */
  | { readonly kind: "choose"; readonly photos: readonly PhotoId[] }
  | { readonly kind: "save"; readonly query: string }
  | SaveSimilarQuestion
  | { readonly kind: "rename" | "query"; readonly album: Album };

/** Under which name what is similar is kept. */
export interface SaveSimilarQuestion {
  readonly kind: "save-similar";
  readonly similar: SimilarQuestion;
  /** Among which photos; "" for all. */
  readonly query: string;
  /** What they are similar to, in words. */
  readonly of: string;
  /** The album that the question came from, which may change instead. */
  readonly album: Album | undefined;
  readonly onsaved: (album: Pick<Album, "id" | "name">) => void;
}
