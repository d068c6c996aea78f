import { createContext } from "svelte";
import type { Client } from "../../../electron/contract/client.ts";
import type { ShellActions } from "../../../electron/contract/shell.ts";
import type { LabelEdits } from "./label-edits.ts";
import type { LibraryState } from "./library-state.svelte.ts";
import type { Notices } from "./notices.svelte.ts";
import type { TagEdits } from "./tag-edits.ts";

/** What every part of the window may use. */
export interface LibraryContext {
  readonly client: Client<"renderer">;
  /** Only in the desktop app. */
  readonly shell: ShellActions | undefined;
  /** Only in the browser host. */
  readonly host: Client<"host"> | undefined;
  readonly state: LibraryState;
  readonly notices: Notices;
  readonly tagEdits: TagEdits;
  readonly labelEdits: LabelEdits;
}

export const [useLibrary, provideLibrary] = createContext<LibraryContext>();
