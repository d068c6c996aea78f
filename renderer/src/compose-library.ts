import { AlbumEdits } from "./library/album-edits.ts";
import { AlbumState } from "./library/album-state.svelte.ts";
import { CareEdits } from "./library/care-edits.ts";
import type { LibraryContext } from "./library/context.ts";
import { DragState } from "./library/drag-state.svelte.ts";
import { HistoryEdits } from "./library/history-edits.ts";
import { IndexingEdits } from "./library/indexing-edits.ts";
import { LabelEdits } from "./library/label-edits.ts";
import { MirrorEdits } from "./library/mirror-edits.ts";
import { MirrorState } from "./library/mirror-state.svelte.ts";
import { TagEdits } from "./library/tag-edits.ts";
import { TagState } from "./library/tag-state.svelte.ts";
import { TurnEdits } from "./library/turn-edits.ts";
import { ValueEdits } from "./library/value-edits.ts";
import type { Workspace } from "./workspace.svelte.ts";

type Given = Pick<LibraryContext, "client" | "shell" | "host" | "state" | "notices">;

/** What features know of the library and do with it, from what the window has of it. Inside of an effect root. */
export function composeLibrary(given: Given, workspace: Workspace): LibraryContext {
  const { client, notices } = given;
  const patch: Workspace["patch"] = (ids, edit) => workspace.patch(ids, edit);
  const refresh = (): void => workspace.refreshSoon();
  const showEntry = (entry: number): void => workspace.openHistory(entry);
  const history = new HistoryEdits({ client, notices, refresh, showEntry });
  const context = { client, notices, history, patch, refresh };
  const albums = new AlbumState(client);
  return {
    ...given,
    history,
    albums,
    tags: new TagState(client),
    mirror: new MirrorState(client),
    drag: new DragState(),
    tagEdits: new TagEdits(context),
    labelEdits: new LabelEdits(context),
    valueEdits: new ValueEdits(context),
    turnEdits: new TurnEdits(context),
    albumEdits: new AlbumEdits({ ...context, albums }),
    mirrorEdits: new MirrorEdits(context),
    indexingEdits: new IndexingEdits(context),
    careEdits: new CareEdits(context),
  };
}
