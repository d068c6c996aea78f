import { tick } from "svelte";
import type { Folder } from "../../electron/contract/folder.ts";
import type { Photo, PhotoId } from "../../electron/contract/photo.ts";
import { toShownError } from "./errors/show-error.ts";
import type { GridController } from "./grid/grid-controller.svelte.ts";
import { stepSize } from "./grid/layout/size-steps.ts";
import type { Connection } from "./library/connect.ts";
import type { LibraryContext } from "./library/context.ts";
import { folderName } from "./library/folder-name.ts";
import { LabelEdits } from "./library/label-edits.ts";
import { LibraryState } from "./library/library-state.svelte.ts";
import { Notices } from "./library/notices.svelte.ts";
import { QuerySet } from "./library/photos/query-set.svelte.ts";
import { Selection } from "./library/photos/selection.svelte.ts";
import { folderQuery } from "./library/query-text.ts";
import { sendPicture } from "./library/send-picture.ts";
import { TagEdits, type TagTarget } from "./library/tag-edits.ts";
import { say } from "./messages/say.ts";
import { Panels } from "./panels.svelte.ts";
import { SearchController } from "./search/search-controller.svelte.ts";
import { SettingsController, type SettingsPage } from "./settings/settings-controller.svelte.ts";
import { SimilarController } from "./similar/similar-controller.svelte.ts";

/** What lies over the window. */
export type WindowDialog =
  | "add-folder"
  | "help"
  | { readonly remove: Folder }
  | { readonly ignore: Folder }
  | { readonly locate: Folder }
  | { readonly trash: TagTarget }
  | { readonly export: TagTarget }
  | { readonly time: TagTarget };

/** Where the tag box opens, and for which photos. */
export interface Tagging {
  readonly anchor: HTMLElement | { getBoundingClientRect: () => DOMRect };
  readonly side: "top" | "bottom";
  readonly selection: Selection;
}

/** The state of the window: which photos are shown, in which views, and what is open over them. */
export class Workspace {
  readonly library: LibraryContext;
  readonly connection: Connection;
  readonly panels = new Panels();
  readonly main: QuerySet;
  readonly mainSelection: Selection;
  readonly search: SearchController;
  readonly similar: SimilarController;
  readonly settings: SettingsController;
  /** The grids on the screen, to give them the keyboard back. */
  readonly grids: { main?: GridController | undefined; similar?: GridController | undefined } = {};

  active = $state<"main" | "similar">("main");
  isViewing = $state(false);
  tagging = $state.raw<Tagging | undefined>();
  dialog = $state.raw<WindowDialog | undefined>();
  #isMenuOpen = false;
  /** What had the keyboard when the settings took the place of the photos. */
  #beforeSettings: Element | null = null;

  /** The selection that keys and panels speak of. */
  readonly selection = $derived.by(() =>
    this.active === "similar" && this.similar.query ? this.similar.selection : this.mainSelection,
  );
  readonly focusedPhoto = $derived.by(() => this.selection.focusedPhoto);

  constructor(connection: Connection) {
    const { client, shell, host } = connection;
    const notices = new Notices(toShownError);
    const state = new LibraryState(client);
    this.connection = connection;
    this.main = new QuerySet(client);
    this.mainSelection = new Selection(this.main);
    this.search = new SearchController(this.main, notices, client);
    this.similar = new SimilarController(client, notices);
    this.settings = new SettingsController({ client, shell, notices });
    const patch = (ids: ReadonlySet<PhotoId>, edit: (photo: Photo) => Photo): void => {
      this.main.patch(ids, edit);
      this.similar.set.patch(ids, edit);
    };
    const refresh = (): void => this.refreshSoon();
    const tagEdits = new TagEdits({ client, notices, patch, refresh });
    const labelEdits = new LabelEdits({ client, notices, refresh });
    this.library = { client, shell, host, state, notices, tagEdits, labelEdits };
    state.onChanges((changes) => {
      this.main.refreshSoon();
      this.similar.changed(changes);
    });
    connection.state.onBack(() => this.#back());
  }

  async start(): Promise<void> {
    await this.search.run();
    await this.library.state.refresh().catch((error: unknown) => this.library.notices.fail(error));
  }

  refreshSoon(): void {
    this.library.state.refreshSoon();
    this.main.refreshSoon();
  }

  /** While a menu or a dialog is open, nothing moves under it. */
  hold(isMenuOpen = this.#isMenuOpen): void {
    this.#isMenuOpen = isMenuOpen;
    this.main.isHeld = isMenuOpen || this.tagging !== undefined;
    if (!this.main.isHeld) this.main.refreshSoon();
  }

  /** Shows a query in the library's grid. */
  show(query: string): void {
    this.isViewing = false;
    this.settings.isOpen = false;
    this.closeSimilar();
    this.search.show(query);
  }

  /** Shows the settings in the place of the photos. */
  openSettings(page?: SettingsPage): void {
    if (!this.settings.isOpen) this.#beforeSettings = document.activeElement;
    this.isViewing = false;
    this.panels.isDrawerOpen = false;
    this.settings.open(page);
  }

  /** Back to the photos, and to what had the keyboard. */
  async closeSettings(): Promise<void> {
    this.settings.isOpen = false;
    await tick();
    const before = this.#beforeSettings;
    this.#beforeSettings = null;
    if (before instanceof HTMLElement && before !== document.body && before.isConnected) {
      before.focus();
    }
    if (document.activeElement === document.body) await this.focusGrid();
  }

  /** Gives the keyboard to the photos, also where the settings cover them. */
  async focusPhotos(): Promise<void> {
    this.settings.isOpen = false;
    await tick();
    await this.focusGrid();
  }

  async addFolder(): Promise<void> {
    const { shell, notices } = this.library;
    if (!shell) {
      this.dialog = "add-folder";
      return;
    }
    try {
      if (await shell.addFolder()) this.refreshSoon();
    } catch (error) {
      notices.fail(error, { label: say("action.try-again"), run: () => void this.addFolder() });
    }
  }

  /** Asks where a folder is now. */
  async locateFolder(folder: Folder): Promise<void> {
    const { shell } = this.library;
    if (!shell) this.dialog = { locate: folder };
    else if (await shell.locateFolder(folder.id)) this.refreshSoon();
  }

  folderAdded({ path, photoCount }: Folder): void {
    const name = folderName(path);
    this.library.notices.show(
      photoCount > 0
        ? say("folder.added.counted", { name, count: photoCount })
        : say("folder.added", { name }),
    );
    this.refreshSoon();
  }

  folderRemoved({ path }: Folder): void {
    if (this.search.query === folderQuery(path)) this.show("");
    this.refreshSoon();
  }

  async findSimilar(): Promise<void> {
    const photo = this.focusedPhoto;
    if (!photo) return;
    if (photo.kind === "video") {
      this.library.notices.show(say("similar.video"));
      return;
    }
    if (photo.state === "failed") {
      this.library.notices.show(say("similar.failed", { name: photo.name }));
      return;
    }
    this.isViewing = false;
    this.active = "similar";
    await this.similar.open(photo);
  }

  /** A picture from outside, dropped on the window or pasted. */
  async findSimilarTo(file: File): Promise<void> {
    try {
      const picture = await sendPicture(file);
      this.settings.isOpen = false;
      this.isViewing = false;
      this.active = "similar";
      await this.similar.openPicture(picture);
    } catch (error) {
      const { text } = toShownError(error);
      this.library.notices.show(say("similar.picture.failed", { name: file.name, text }));
    }
  }

  async similarBack(): Promise<void> {
    await this.similar.back();
    if (!this.similar.query) this.closeSimilar();
  }

  closeSimilar(): void {
    this.similar.close();
    this.active = "main";
    void this.focusGrid();
  }

  async focusGrid(): Promise<void> {
    const grid = this.#activeGrid();
    await grid?.focusPhoto();
  }

  async target(selection = this.selection): Promise<TagTarget> {
    return { ids: await selection.targetIds(), known: selection.targetPhotos() };
  }

  /** Opens the tag box at an element, or at the focused photo. */
  openTagging(anchor?: HTMLElement): void {
    if (this.selection.targetCount === 0) return;
    const rect = this.#focusedRect();
    this.tagging = {
      anchor: anchor ?? { getBoundingClientRect: () => rect },
      side: anchor ? "top" : "bottom",
      selection: this.selection,
    };
    this.hold();
  }

  closeTagging(): void {
    this.tagging = undefined;
    this.hold();
  }

  /** Asks about the selected photos, or the focused one. */
  async openPhotoDialog(what: "export" | "trash" | "time"): Promise<void> {
    const { notices } = this.library;
    try {
      const target = await this.target();
      if (target.ids.length === 0) return;
      if (what === "time") this.dialog = { time: target };
      else this.dialog = what === "trash" ? { trash: target } : { export: target };
    } catch (error) {
      notices.fail(error);
    }
  }

  async removeTag(tag: string): Promise<void> {
    const { tagEdits, notices } = this.library;
    try {
      await tagEdits.remove(tag, await this.target());
    } catch (error) {
      notices.fail(error);
    }
  }

  async copyPaths(): Promise<void> {
    const { notices } = this.library;
    const paths = this.selection.targetPhotos().map(({ path }) => path);
    if (paths.length === 0) return;
    try {
      await navigator.clipboard.writeText(paths.join("\n"));
      notices.show(say("copy.done", { count: paths.length }));
    } catch {
      // A browser refuses without saying why.
      notices.show(say("copy.failed"));
    }
  }

  resize(step: 1 | -1): void {
    const grid = this.#activeGrid();
    if (!grid) return;
    const rowPx = stepSize(grid.targetPx, step);
    this.panels.set({ rowPx });
    this.library.notices.announce(say("grid.row-height", { px: rowPx }));
  }

  #focusedRect(): DOMRect {
    const grid = this.#activeGrid();
    const cell = this.isViewing ? undefined : grid?.focusedCell();
    return cell?.getBoundingClientRect() ?? new DOMRect(innerWidth / 2 - 160, 64, 320, 0);
  }

  #activeGrid(): GridController | undefined {
    return this.active === "similar" ? (this.grids.similar ?? this.grids.main) : this.grids.main;
  }

  #back(): void {
    this.library.notices.show(say("connection.back"));
    if (!this.main.isLoaded) void this.start();
    else this.refreshSoon();
    this.settings.load();
  }
}
