import { tick } from "svelte";
import type { Photo, PhotoId } from "../../electron/contract/photo.ts";
import type { Flag } from "../../electron/contract/value-names.ts";
import type { ValueChange } from "../../electron/contract/values.ts";
import { knownFlags, placesOf, queryFlags, rangeFlags, showFlagQuery } from "./cull-flags.ts";
import type { Command } from "./keys/key-table.ts";
import { indexesOf, wholeRange, type Ranges } from "./library/photos/ranges.ts";
import type { Selection } from "./library/photos/selection.svelte.ts";
import { entryQuery } from "./library/query-text.ts";
import { Throttle } from "./library/throttle.ts";
import { say } from "./messages/say.ts";
import { Comparing, comparingFor, type ComparingKind } from "./viewer/compare/comparing.svelte.ts";
import { cullScope, type FlagReader } from "./viewer/cull/cull-scope.ts";
import { Culling } from "./viewer/cull/culling.svelte.ts";
import { Shots } from "./viewer/shots.svelte.ts";
import type { Workspace } from "./workspace.svelte.ts";

/** More photos than this are not brought back one by one. */
const MOST_BACK = 12;
const REREAD_MS = 500;

/** What may be done while photos are judged, beside marks and favourite tags. The rest is of the grid and its pages. */
const allowed: ReadonlySet<Command> = new Set<Command>([
  "compare",
  "survey",
  "cull",
  "add-tag",
  "remove-tag",
  "target-album",
  "turn-left",
  "turn-right",
  "find-similar",
  "trash",
  "undo",
  "redo",
  "surround",
  "full-screen",
  "help",
  "back",
  "go-back",
  "grid",
  "next-region",
  "previous-region",
]);

interface Open {
  readonly view: Comparing | Culling;
  readonly selection: Selection;
  /** The part of the set that is gone through; all of it without. */
  readonly ranges: Ranges | undefined;
  readonly shots: Shots;
  /** Ends the listening to what happens to photos. */
  readonly stop: () => void;
}

/** Photos side by side, or one by one, over the window. While they are, the grids below stand still. */
export class Judging {
  readonly #workspace: Workspace;
  #open = $state.raw<Open | undefined>();
  #changed = new Set<PhotoId>();
  readonly #throttle = new Throttle(REREAD_MS, () => this.#rereadChanged());

  constructor(workspace: Workspace) {
    this.#workspace = workspace;
  }

  get view(): Comparing | Culling | undefined {
    return this.#open?.view;
  }
  get shots(): Shots | undefined {
    return this.#open?.shots;
  }
  /** The one that marks and tags are for. */
  get photo(): Photo | undefined {
    return this.#open?.view.photo;
  }

  accepts(command: Command): boolean {
    return !this.#open || allowed.has(command) || /^(mark|favourite)/.test(command);
  }

  /** Shows the selected photos together; the same again goes back. */
  async toggleComparing(kind: ComparingKind): Promise<void> {
    const { selection, library } = this.#workspace;
    if (this.view?.kind === kind) return this.close();
    if (this.view?.kind === "cull") return;
    if (!comparingFor(selection.count).includes(kind)) {
      library.notices.show(say(`${kind}.needs`));
      return;
    }
    try {
      const photos = await this.#readSelected(selection);
      const comparing = new Comparing(kind, photos);
      comparing.go(photos.findIndex(({ id }) => id === selection.focusedPhoto?.id));
      this.#begin(comparing, selection);
    } catch (error) {
      library.notices.fail(error);
    }
  }

  /** Goes through the selected photos, or all that are shown; the same again goes back. */
  toggleCulling(): void {
    const { selection, library } = this.#workspace;
    const { set } = selection;
    if (this.view) {
      if (this.view.kind === "cull") void this.close();
      return;
    }
    if (set.total === 0) {
      library.notices.show(say("cull.nothing"));
      return;
    }
    const isPart = selection.count > 1 && selection.count < set.total;
    const ranges = isPart ? selection.ranges : undefined;
    const scope = cullScope(set, ranges, this.#flagsOf(selection, ranges));
    const shots = new Shots(library.client);
    const culling = new Culling(scope, { position: scope.positionOf(selection.focus), shots });
    this.#begin(culling, selection, ranges);
    culling.readCounts().catch((error: unknown) => library.notices.fail(error));
  }

  /** Back to the grid, and to the photo that was on the screen last. */
  async close(): Promise<void> {
    const open = this.#open;
    if (!open) return;
    const place = placeOf(open);
    const { selection } = open;
    if (place !== undefined) selection.apply(place, selection.count > 1 ? "focus" : "only");
    this.end();
    await tick();
    await this.#workspace.showFocused();
  }

  /** Something else is shown; the keyboard goes with that. */
  end(): void {
    if (!this.#open) return;
    this.#open.stop();
    this.#open = undefined;
    this.#workspace.hold();
  }

  /** After a mark: the next photo, if it is to go on, and what a screen reader hears. */
  marked(change: ValueChange, { isNext }: { readonly isNext: boolean }): void {
    const { view } = this;
    if (!view) return;
    if (isNext) view.stepOn();
    const mark = markName(change);
    const isOn = isNext && view.kind === "cull" && !view.isOver;
    const text = isOn
      ? say("judge.mark.next", { mark, index: view.position + 1, total: view.total })
      : say("judge.mark", { mark });
    this.#workspace.library.notices.announce(text);
  }

  /** Photos are about to be shown otherwise. */
  patch(ids: ReadonlySet<PhotoId>, edit: (photo: Photo) => Photo): void {
    this.#open?.view.patch(ids, edit);
  }

  /** Reads photos again, which the grids do not do while they stand still. */
  async reread(ids: Iterable<PhotoId>): Promise<void> {
    const { library } = this.#workspace;
    const photos = [...ids].map((id) => library.client.request("photo.get", { id }));
    for (const photo of await Promise.all(photos)) {
      this.#workspace.patch(new Set([photo.id]), () => photo);
    }
  }

  /** Shows those of the photos that have a flag: as a search, or where only some were gone through, selected. */
  async showFlagged(flag: Flag): Promise<void> {
    const workspace = this.#workspace;
    const open = this.#open;
    if (open?.view.kind !== "cull") return;
    if (open.selection === workspace.mainSelection && !open.ranges) {
      workspace.show(showFlagQuery(workspace.main.query, flag));
      await workspace.focusPhotos();
      return;
    }
    const { selection, ranges } = open;
    try {
      const ids = await open.view.flagged(flag);
      selection.only(await placesOf(ids, { set: selection.set, ranges }));
      this.end();
      await tick();
      await workspace.showFocused();
    } catch (error) {
      workspace.library.notices.fail(error);
    }
  }

  /** Asks whether the rejected photos are to go. */
  async trashRejects(): Promise<void> {
    const workspace = this.#workspace;
    if (this.view?.kind !== "cull") return;
    try {
      const ids = await this.view.flagged("reject");
      if (ids.length > 0) workspace.dialog = { trash: { ids, known: [] } };
    } catch (error) {
      workspace.library.notices.fail(error);
    }
  }

  /** Files went to the trash: with the rejects the work is done, else the next photo takes its turn. */
  trashed(ids: readonly PhotoId[]): void {
    const { view } = this;
    if (!view) return;
    if (view.kind === "cull" && view.isOver) this.end();
    else {
      this.#noteChanged(ids);
      view.stepOn();
    }
  }

  #begin(view: Comparing | Culling, selection: Selection, ranges?: Ranges): void {
    const workspace = this.#workspace;
    const { client, state, history } = workspace.library;
    const shots = view.kind === "cull" ? view.shots : new Shots(client);
    const stops = [
      state.onChanges((changes) => this.#noteChanged(changes.map(({ id }) => id))),
      history.onReverted((entry) => void this.#bringBack(entry)),
    ];
    const stop = (): void => stops.forEach((end) => end());
    this.#open?.stop();
    this.#open = { view, selection, ranges, shots, stop };
    workspace.isViewing = false;
    workspace.hold();
  }

  #flagsOf(selection: Selection, ranges: Ranges | undefined): FlagReader {
    const { library, main, mainSelection } = this.#workspace;
    const { set } = selection;
    if (selection === mainSelection) {
      return ranges
        ? rangeFlags(library.client, main.query, { set, ranges })
        : queryFlags(library.client, main.query);
    }
    const places = [...indexesOf(ranges ?? wholeRange(set.total))];
    return knownFlags(places.flatMap((place) => set.photoAt(place) ?? []));
  }

  /** In their order; those whose page is not at hand are asked for. */
  async #readSelected(selection: Selection): Promise<readonly Photo[]> {
    const { client } = this.#workspace.library;
    const known = new Map(selection.targetPhotos().map((photo) => [photo.id, photo]));
    const ids = await selection.targetIds();
    const read = async (id: PhotoId): Promise<Photo> =>
      known.get(id) ?? (await client.request("photo.get", { id }));
    return Promise.all(ids.map(read));
  }

  /** Photos of the library changed, by whomever: those on the screen are read again. */
  #noteChanged(ids: readonly PhotoId[]): void {
    const shown = new Set(this.view?.shownIds());
    for (const id of ids) if (shown.has(id)) this.#changed.add(id);
    if (this.#changed.size > 0) this.#throttle.run();
  }

  /** An entry of the history was taken back, or done again: what it changed comes on the screen. */
  async #bringBack(entry: number): Promise<void> {
    const { view } = this;
    if (!view) return;
    const { library } = this.#workspace;
    try {
      const query = entryQuery(entry);
      const { photos } = await library.client.request("photo.page", { query, limit: MOST_BACK });
      if (view !== this.view) return;
      for (const photo of photos) this.#workspace.patch(new Set([photo.id]), () => photo);
      photos.some((photo) => view.bringBack(photo));
    } catch (error) {
      library.notices.fail(error);
    }
  }

  async #rereadChanged(): Promise<void> {
    const ids = [...this.#changed];
    this.#changed.clear();
    await this.reread(ids);
  }
}

/** Where the photo on the screen is in the grid. */
function placeOf({ view, selection }: Open): number | undefined {
  if (view.kind === "cull") return view.scope.placeAt(view.position);
  const places = [...indexesOf(selection.ranges)];
  return places.find((place) => selection.set.photoAt(place)?.id === view.photo?.id);
}

function markName({ rating, flag, colourLabel }: ValueChange): string {
  if (flag === "pick" || flag === "reject") return say(`judge.${flag}`);
  if (flag === "none") return say("flag.none");
  if (typeof rating === "number") {
    return rating === 0 ? say("rating.none") : say("rating.stars", { count: rating });
  }
  return say(`colour.${colourLabel ?? "none"}`);
}
