import type { Album } from "../../electron/contract/album.ts";
import { MAX_PAGE } from "../../electron/contract/page-size.ts";
import type { PhotoPage } from "../../electron/contract/query.ts";
import type { Command } from "./keys/key-table.ts";
import { keyAria, keyLabel } from "./keys/match-key.ts";
import { isMac } from "./keys/platform.ts";
import type { AlbumStep } from "./library/move-before.ts";
import type { Selection } from "./library/photos/selection.svelte.ts";
import { albumQuery } from "./library/query-text.ts";
import { say } from "./messages/say.ts";
import { saveSimilar, similarPaths } from "./similar-albums.ts";
import { AlbumIcon, TargetIcon } from "./ui/icons.ts";
import type { MenuItem } from "./ui/menu-item.ts";
import type { Workspace } from "./workspace.svelte.ts";

/** The album made by hand whose photos the selection is of. */
export function shownAlbum(
  { library, main, mainSelection }: Workspace,
  selection: Selection,
): Album | undefined {
  return selection === mainSelection ? library.albums.shownBy(main.query) : undefined;
}

/** Adds the selected photos to the target album; asks for one first where there is none. */
export async function addToTarget(workspace: Workspace): Promise<void> {
  const { albums, albumEdits, notices } = workspace.library;
  try {
    const { ids } = await workspace.target();
    if (ids.length === 0) return;
    if (albums.target) await albumEdits.add(albums.target, ids);
    else workspace.dialog = { album: { kind: "choose", photos: ids } };
  } catch (error) {
    notices.fail(error);
  }
}

/** Takes the selected photos out of the album that is shown. */
export async function removeFromShown(workspace: Workspace, album: Album): Promise<void> {
  await withTarget(workspace, (ids) => workspace.library.albumEdits.remove(album, ids));
}

/** Takes the selected photos to another place of the album that is shown in its own order; undefined where none is. */
export function reorderShown(workspace: Workspace): ((index: number) => void) | undefined {
  const album = shownAlbum(workspace, workspace.mainSelection);
  if (!album || workspace.main.order.sort !== "own") return undefined;
  const { albumEdits } = workspace.library;
  return (index) => void withTarget(workspace, (ids) => albumEdits.moveTo(album, ids, index));
}

/** Asks for the name under which the present search, or what is similar, is kept. */
export function saveSearch(workspace: Workspace): void {
  const query = workspace.search.query.trim();
  if (workspace.isNarrowing) saveSimilar(workspace);
  else if (query === "") workspace.library.notices.refuse(say("albums.nothing-to-save"));
  else workspace.dialog = { album: { kind: "save", query } };
}

/** The paths of an album's photos, in its order, one a line. */
export async function copyList(workspace: Workspace, album: Album): Promise<void> {
  const { notices } = workspace.library;
  try {
    const paths = album.similar
      ? await similarPaths(workspace, album)
      : await foundPaths(workspace, album);
    await navigator.clipboard.writeText(paths.join("\n"));
    notices.show(say("copy.done", { count: paths.length }));
  } catch (error) {
    notices.fail(error);
  }
}

async function foundPaths({ library }: Workspace, { name }: Album): Promise<string[]> {
  const { client } = library;
  const query = albumQuery(name);
  const paths: string[] = [];
  let cursor: string | null = null;
  do {
    const from: { cursor?: string } = cursor === null ? {} : { cursor };
    const page: PhotoPage = await client.request("photo.page", { query, limit: MAX_PAGE, ...from });
    paths.push(...page.photos.map(({ path }) => path));
    cursor = page.next;
  } while (cursor !== null);
  return paths;
}

/** What the menu of photos offers about albums: into one, and in one its order and cover. */
export function albumMenus(
  workspace: Workspace,
  selection: Selection,
  run: (command: Command) => void,
): readonly MenuItem[] {
  const { albums, albumEdits } = workspace.library;
  const into: readonly MenuItem[] = albums.recent.map((album) => ({
    kind: "action",
    label: album.name,
    run: () => void withTarget(workspace, (ids) => albumEdits.add(album, ids)),
  }));
  const add: readonly MenuItem[] = [
    {
      kind: "submenu",
      label: say("menu.add-to-album"),
      icon: AlbumIcon,
      items: [
        ...into,
        ...(into.length > 0 ? [{ kind: "separator" as const }] : []),
        { kind: "action", label: say("albums.new.menu"), run: () => void askForNew(workspace) },
      ],
    },
    {
      kind: "action",
      label: say("menu.add-to-target"),
      icon: TargetIcon,
      keys: keyLabel("target-album", isMac),
      ariaKeys: keyAria("target-album", isMac),
      run: () => run("target-album"),
    },
  ];
  const album = shownAlbum(workspace, selection);
  return album ? [...add, ...insideMenus(workspace, selection, album)] : add;
}

function insideMenus(
  workspace: Workspace,
  selection: Selection,
  album: Album,
): readonly MenuItem[] {
  const { albumEdits } = workspace.library;
  const photo = selection.focusedPhoto;
  const step = (to: AlbumStep): MenuItem => ({
    kind: "action",
    label: say(`menu.move.${to}`),
    run: () => void withTarget(workspace, (ids) => albumEdits.step(album, ids, to)),
  });
  const move: MenuItem = {
    kind: "submenu",
    label: say("menu.move"),
    items: [step("start"), step("earlier"), step("later"), step("end")],
  };
  const cover: readonly MenuItem[] =
    photo && selection.targetCount === 1
      ? [
          {
            kind: "action",
            label: say("menu.use-as-cover"),
            run: () => void albumEdits.setCover(album, photo.id),
          },
        ]
      : [];
  return [
    {
      kind: "action",
      label: say("menu.remove-from-album"),
      keys: keyLabel("trash", isMac),
      ariaKeys: keyAria("trash", isMac),
      run: () => void removeFromShown(workspace, album),
    },
    ...cover,
    ...(workspace.main.order.sort === "own" ? [move] : []),
  ];
}

async function askForNew(workspace: Workspace): Promise<void> {
  await withTarget(workspace, (photos) => {
    workspace.dialog = { album: { kind: "new", photos } };
  });
}

async function withTarget(
  workspace: Workspace,
  act: (ids: Awaited<ReturnType<Workspace["target"]>>["ids"]) => Promise<unknown> | void,
): Promise<void> {
  try {
    const { ids } = await workspace.target();
    if (ids.length > 0) await act(ids);
  } catch (error) {
    workspace.library.notices.fail(error);
  }
}
