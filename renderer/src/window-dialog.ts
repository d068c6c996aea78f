import type { Folder, FolderId, RemovedFolder } from "../../electron/contract/folder.ts";
import type { Photo, PhotoId } from "../../electron/contract/photo.ts";
import type { AlbumQuestion } from "./albums/album-question.ts";
import type { ShownSearch } from "./exchange/tags-export.svelte.ts";
import type { Keeping } from "./library/keeping.ts";
import type { TagTarget } from "./library/tag-edits.ts";
import type { RegionQuestion } from "./similar/region/region-question.ts";
import type { LabelSource } from "./tagging/label-tag-form.svelte.ts";
import type { TagQuestion } from "./tags/tag-question.ts";
import type { WhyQuestion } from "./why/why-question.ts";

/** What lies over the window. */
export type WindowDialog =
  | "add-folder"
  | "help"
  | "build-search"
  | "go-to-date"
  | "import-tags"
  | { readonly exportTags: ShownSearch | undefined }
  | { readonly remove: Folder }
  | { readonly forgetFolder: RemovedFolder }
  | { readonly forget: readonly PhotoId[] }
  | { readonly ignore: Folder }
  | { readonly sidecars: FolderId }
  | { readonly locate: Folder }
  | { readonly locatePhoto: Photo }
  | { readonly trash: TagTarget; readonly keeping?: Keeping }
  | { readonly export: TagTarget }
  | { readonly time: TagTarget }
  | { readonly labelTag: LabelSource }
  | { readonly tag: TagQuestion }
  | { readonly region: RegionQuestion }
  | { readonly why: WhyQuestion }
  | { readonly album: AlbumQuestion };

/** Where the tag box opens, and for which photos. */
/** The tag box. Its photos are those of the moment that it was asked for, whatever is selected when it has come. */
export interface Tagging {
  readonly anchor: HTMLElement | { getBoundingClientRect: () => DOMRect };
  readonly side: "top" | "bottom";
  readonly mode: "add" | "remove";
  readonly title: string;
  readonly target: Promise<TagTarget>;
}
