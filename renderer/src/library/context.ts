import { createContext } from "svelte";
import type { Client } from "../../../electron/contract/client.ts";
import type { ShellActions } from "../../../electron/contract/shell.ts";
import type { AlbumEdits } from "./album-edits.ts";
import type { AlbumState } from "./album-state.svelte.ts";
import type { CareEdits } from "./care-edits.ts";
import type { DragState } from "./drag-state.svelte.ts";
import type { HistoryEdits } from "./history-edits.ts";
import type { IndexingEdits } from "./indexing-edits.ts";
import type { LabelEdits } from "./label-edits.ts";
import type { LibraryState } from "./library-state.svelte.ts";
import type { MirrorEdits } from "./mirror-edits.ts";
import type { MirrorState } from "./mirror-state.svelte.ts";
import type { Notices } from "./notices.svelte.ts";
import type { TagEdits } from "./tag-edits.ts";
import type { TurnEdits } from "./turn-edits.ts";
import type { ValueEdits } from "./value-edits.ts";
import type { TagState } from "./tag-state.svelte.ts";

/** What every part of the window may use. */
export interface LibraryContext {
  readonly client: Client<"renderer">;
  /** Only in the desktop app. */
  readonly shell: ShellActions | undefined;
  /** Only in the browser host. */
  readonly host: Client<"host"> | undefined;
  readonly state: LibraryState;
  readonly tags: TagState;
  readonly albums: AlbumState;
  readonly albumEdits: AlbumEdits;
  readonly drag: DragState;
  readonly notices: Notices;
  readonly tagEdits: TagEdits;
  readonly valueEdits: ValueEdits;
  readonly turnEdits: TurnEdits;
  readonly labelEdits: LabelEdits;
  readonly mirror: MirrorState;
  readonly mirrorEdits: MirrorEdits;
  readonly indexingEdits: IndexingEdits;
  readonly careEdits: CareEdits;
  readonly history: HistoryEdits;
}

export const [useLibrary, provideLibrary] = createContext<LibraryContext>();
