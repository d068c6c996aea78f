import { tick } from "svelte";
import type { PhotoChange } from "../../electron/contract/events.ts";
import type { Photo, PhotoId } from "../../electron/contract/photo.ts";
import { toShownError } from "./errors/show-error.ts";
import { composeLibrary } from "./compose-library.ts";
import { canFilter } from "./filter-actions.ts";
import type { GridController } from "./grid/grid-controller.svelte.ts";
import { stepSize, type RowSize } from "./grid/layout/size-steps.ts";
import { returnFocus } from "./grid/return-focus.ts";
import { sizeText } from "./grid/size-text.ts";
import { Judging } from "./judging.svelte.ts";
import { spokenKeys } from "./keys/match-key.ts";
import { isMac } from "./keys/platform.ts";
import { LabelBrowsing } from "./labels/label-browsing.svelte.ts";
import type { Connection } from "./library/connect.ts";
import type { LibraryContext } from "./library/context.ts";
import { LibraryState } from "./library/library-state.svelte.ts";
import { Notices } from "./library/notices.svelte.ts";
import { kindOfQuery, type QueryKind } from "./library/photos/photo-order.ts";
import { QuerySet } from "./library/photos/query-set.svelte.ts";
import { Selection } from "./library/photos/selection.svelte.ts";
import { SharedMarks } from "./library/shared-marks.svelte.ts";
import type { TagTarget } from "./library/tag-edits.ts";
import { MapController } from "./map/map-controller.svelte.ts";
import { Marking } from "./marking.ts";
import { say } from "./messages/say.ts";
import { Panels } from "./panels.svelte.ts";
import { SearchController } from "./search/search-controller.svelte.ts";
import type { SettingsPage } from "./settings/setting-index.ts";
import { SettingsController } from "./settings/settings-controller.svelte.ts";
import type { LabelSource } from "./tagging/label-tag-form.svelte.ts";
import { isKeyboardLost } from "./similar/keyboard-lost.ts";
import { SimilarController } from "./similar/similar-controller.svelte.ts";
import type { TagQuestion } from "./tags/tag-question.ts";
import { TagsController } from "./tags/tags-controller.svelte.ts";
import { FullScreen } from "./ui/full-screen.svelte.ts";
import { Slideshow } from "./viewer/slideshow.svelte.ts";
import { taggingSubject } from "./tagging-subject.ts";
import { ShownGroup } from "./shown-group.svelte.ts";
import type { Tagging, WindowDialog } from "./window-dialog.ts";
import { ViewHistory } from "./view-history.svelte.ts";
import { WindowPages, type WindowPage } from "./window-pages.svelte.ts";

/** The state of the window: which photos are shown, in which views, and what is open over them. */
export class Workspace {
  readonly library: LibraryContext;
  readonly connection: Connection;
  readonly panels = new Panels();
  readonly pages = new WindowPages();
  readonly views = new ViewHistory();
  readonly fullScreen = new FullScreen();
  readonly slideshow = new Slideshow(this.fullScreen);
  readonly main: QuerySet;
  readonly mainSelection: Selection;
  readonly search: SearchController;
  readonly similar: SimilarController;
  /** What searches within the similar photos. */
  readonly narrowing: SearchController;
  readonly settings: SettingsController;
  readonly map: MapController;
  readonly marking = new Marking(this);
  readonly judging = new Judging(this);
  readonly group = new ShownGroup();
  readonly sharedMarks: SharedMarks;
  readonly tags: TagsController;
  readonly labels: LabelBrowsing;
  /** The grids on the screen, to give them the keyboard back. */
  readonly grids = $state<{
    main?: GridController | undefined;
    similar?: GridController | undefined;
  }>({});

  active = $state<"main" | "similar">("main");
  isViewing = $state(false);
  tagging = $state.raw<Tagging | undefined>();
  dialog = $state.raw<WindowDialog | undefined>();
  #isMenuOpen = false;

  /** The selection that keys and panels speak of. */
  readonly selection = $derived.by(() => {
    if (this.isGroupShown) return this.group.selection;
    return this.active === "similar" && this.similar.step
      ? this.similar.selection
      : this.mainSelection;
  });
  readonly focusedPhoto = $derived.by(() => this.selection.focusedPhoto);

  /** What is in the place of the photos; null while they are shown. */
  get page(): WindowPage | null {
    return this.pages.current;
  }

  /** Whether the page has groups of photos, in one of which the keyboard is, or was last. */
  get isGroupShown(): boolean {
    return this.page === "duplicates" && this.group.isShown;
  }

  /** Whether the search box searches within the similar photos. */
  get isNarrowing(): boolean {
    return this.similar.step !== undefined && this.page === null;
  }

  /** What the search box holds. */
  get box(): SearchController {
    return this.isNarrowing ? this.narrowing : this.search;
  }

  /** Whether the filters are to be seen. */
  readonly isFiltering = $derived.by(() => this.panels.isFilterOpen && canFilter(this));
  /** Something that shows photos large is over the window. */
  get isCovered(): boolean {
    return this.isViewing || this.judging.view !== undefined;
  }

  /** The photo that is shown large, for which everything is that is done; undefined in a grid, and until it was read. */
  get shownPhoto(): Photo | undefined {
    if (this.judging.view) return this.judging.photo;
    return this.isViewing ? this.selection.focusedPhoto : undefined;
  }

  constructor(connection: Connection) {
    const { client, shell, host } = connection;
    const notices = new Notices(toShownError, {
      seconds: () => this.panels.noticeSeconds,
      undoKeys: () => spokenKeys("undo", isMac),
    });
    const state = new LibraryState(client);
    this.connection = connection;
    this.main = new QuerySet(client, (query) => this.panels.orderOf(this.kindOf(query)));
    this.mainSelection = new Selection(this.main);
    const searching = { client, notices, folders: () => state.folders.map(({ path }) => path) };
    this.search = new SearchController(this.main, searching);
    this.similar = new SimilarController(client, notices);
    this.narrowing = new SearchController(this.similar, searching, this.search.recent);
    this.labels = new LabelBrowsing(client, notices);
    this.map = new MapController(client, notices);
    this.settings = new SettingsController(
      { client, shell, notices },
      () => this.page === "settings",
    );
    const ask = (question: TagQuestion): void => void (this.dialog = { tag: question });
    this.library = composeLibrary({ client, shell, host, state, notices }, this);
    this.sharedMarks = new SharedMarks(this.library);
    const { history, tags } = this.library;
    const refresh = (): void => this.refreshSoon();
    this.tags = new TagsController({ client, notices, history, tags, refresh, ask });
    state.onChanges((changes) => {
      this.main.refreshSoon();
      this.similar.changed(changes);
      this.#groupChanged(changes);
    });
    connection.state.onBack(() => this.#back());
  }

  async start(): Promise<void> {
    await this.search.run();
    const { state, tags, albums, notices } = this.library;
    await Promise.all([state.refresh(), tags.refresh(), albums.refresh()]).catch((error: unknown) =>
      notices.fail(error),
    );
  }

  /** Shows photos otherwise, wherever they are on the screen, before the library is asked. */
  patch(ids: ReadonlySet<PhotoId>, edit: (photo: Photo) => Photo): void {
    this.judging.patch(ids, edit);
    this.main.patch(ids, edit);
    this.similar.set.patch(ids, edit);
    this.group.set.patch(ids, edit);
  }

  refreshSoon(): void {
    this.library.state.refreshSoon();
    this.main.refreshSoon();
  }

  /** While a menu or a dialog is open, or photos are judged, nothing moves under it. */
  hold(isMenuOpen = this.#isMenuOpen): void {
    const isJudging = this.judging.view !== undefined;
    this.#isMenuOpen = isMenuOpen;
    this.main.isHeld = isMenuOpen || this.tagging !== undefined || isJudging;
    this.similar.hold(isJudging);
    if (!this.main.isHeld) this.main.refreshSoon();
  }

  /** Shows a query in the library's grid. The map shows it as well, and stays. */
  show(query: string): void {
    this.uncover();
    if (this.page !== "map") this.pages.leave();
    this.similar.close();
    this.active = "main";
    void this.views.arrive(this.search.open(query));
    void this.#keepKeyboard();
  }

  /** Whoever has the keyboard keeps it, if that is still there. */
  async #keepKeyboard(): Promise<void> {
    await tick();
    if (isKeyboardLost()) await this.focusGrid();
  }

  /** Queries that are alike share their order. */
  kindOf(query: string): QueryKind {
    return kindOfQuery(query, { isAlbum: this.library.albums.shownBy(query) !== undefined });
  }

  /** Shows a page in the place of the photos. */
  openPage(page: WindowPage): void {
    this.pages.open(page);
    this.group.leave();
    this.uncover();
    this.panels.isDrawerOpen = false;
  }

  /** The history, at an entry where one is named. */
  openHistory(entry?: number): void {
    if (entry !== undefined) this.pages.forgetPlace("history");
    this.openPage("history");
    this.pages.shownEntry = entry === undefined ? undefined : { id: entry };
  }

  openSettings(page?: SettingsPage): void {
    this.openPage("settings");
    this.settings.open(page);
  }

  /** Back to the photos, and to what had the keyboard. */
  async closePage(): Promise<void> {
    if (!(await this.pages.close())) await this.focusGrid();
  }

  /** Gives the keyboard to the photos, also where a page covers them. */
  async focusPhotos(): Promise<void> {
    this.pages.leave();
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

  /** The question before the one that is shown; from the first one back to the photos, from where Forward shows it again. */
  async similarBack(): Promise<void> {
    await this.similar.goTo(this.similar.at - 1);
    if (!this.similar.step) await this.#leaveSimilar();
  }

  closeSimilar(): void {
    this.similar.close();
    void this.#leaveSimilar();
  }

  /** In a narrow window the photos come back only now. */
  async #leaveSimilar(): Promise<void> {
    this.active = "main";
    await tick();
    await this.focusGrid();
  }

  /** Back to the photos; they scroll only if the one that was looked at is not to be seen. */
  async closeViewer(): Promise<void> {
    this.isViewing = false;
    await tick();
    await this.showFocused();
  }

  /** Brings the photo that the keyboard is on to the screen, and the keyboard to it. */
  async showFocused(): Promise<void> {
    this.#activeGrid()?.reveal();
    await this.focusGrid();
  }

  /** Gives the photos the keyboard, and leaves them where they are. */
  async focusGrid(): Promise<void> {
    if (this.isGroupShown) this.group.focusBack();
    else await returnFocus(this.#activeGrid());
  }

  /** The photos that an edit touches: where one is shown large that one, whatever is selected. */
  async target(selection = this.selection): Promise<TagTarget> {
    if (this.isCovered) {
      const known = [this.shownPhoto].filter((photo) => photo !== undefined);
      return { ids: known.map(({ id }) => id), known };
    }
    return { ids: await selection.targetIds(), known: selection.targetPhotos() };
  }

  /** Opens the tag box at an element, or at the focused photo. */
  openTagging(mode: "add" | "remove", anchor?: HTMLElement): void {
    if (this.selection.targetCount === 0) return;
    this.tagging = {
      anchor: anchor ?? { getBoundingClientRect: () => this.#focusedRect() },
      side: anchor ? "top" : "bottom",
      ...taggingSubject(this, mode),
    };
    this.hold();
  }

  closeTagging(): void {
    this.tagging = undefined;
    this.hold();
  }

  /** Asks how a label is to become a tag. */
  makeTagOf(source: LabelSource): void {
    this.dialog = { labelTag: source };
  }

  resize(step: 1 | -1): void {
    const grid = this.#activeGrid();
    if (!grid) return;
    const rowSize = stepSize(grid.size, step, grid.sizes);
    this.panels.set({ rowSize });
    this.library.notices.announce(sizeText(rowSize));
  }

  /** Shows photos in a size, the focused one, or what is at the top of the window, where it is. */
  resizeTo(rowSize: RowSize): void {
    for (const grid of Object.values(this.grids)) grid?.anchorFocus();
    this.panels.set({ rowSize });
  }

  /** What was shown large makes room. */
  uncover(): void {
    this.isViewing = false;
    this.judging.end();
  }

  #focusedRect(): DOMRect {
    const grid = this.#activeGrid();
    const cell = this.isGroupShown ? this.group.element() : grid?.focusedCell();
    return (
      (this.isCovered ? undefined : cell)?.getBoundingClientRect() ??
      new DOMRect(innerWidth / 2 - 160, 64, 320, 0)
    );
  }

  /** Where the last photo of it is gone, there is nothing left to be shown large. */
  #groupChanged(changes: readonly PhotoChange[]): void {
    const isInGroup = this.isGroupShown;
    this.group.changed(changes);
    if (isInGroup && !this.group.isShown && this.isViewing) void this.closeViewer();
  }

  #activeGrid(): GridController | undefined {
    return this.active === "similar" ? (this.grids.similar ?? this.grids.main) : this.grids.main;
  }

  #back(): void {
    this.library.notices.show(say("connection.back"));
    if (!this.main.isLoaded) void this.start();
    else this.refreshSoon();
    this.library.tags.refreshSoon();
    this.library.albums.refreshSoon();
    this.library.mirror.refreshSoon();
    this.settings.load();
  }
}
