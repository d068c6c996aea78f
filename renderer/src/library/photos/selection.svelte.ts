import { MOST_AT_ONCE } from "../../../../electron/contract/limits.ts";
import type { Photo, PhotoId } from "../../../../electron/contract/photo.ts";
import type { Follower, Move, PhotoSet, Section } from "./photo-set.ts";
import {
  countOf,
  fromIndexes,
  hasIndex,
  indexesOf,
  invertRanges,
  wholeRange,
  type Ranges,
} from "./ranges.ts";
import {
  editTarget,
  emptySelection,
  runChoice,
  select,
  selectAll,
  selectForMenu,
  selectNone,
  toggleRun,
  type RunChoice,
  type SelectGesture,
  type SelectionState,
} from "./select.ts";

/** What is selected in one set of photos, and where the keyboard is. Follows photos as they move. */
export class Selection implements Follower {
  readonly set: PhotoSet;
  #state = $state.raw<SelectionState>(emptySelection);
  /** Ids by place, as far as they were seen; complete before photos may move. */
  #names = new Map<number, PhotoId>();
  #naming = 0;

  readonly count = $derived(countOf(this.#state.ranges));

  constructor(set: PhotoSet) {
    this.set = set;
    set.follow(this);
  }

  get focus(): number {
    return this.#state.focus;
  }
  get focusedPhoto(): Photo | undefined {
    return this.set.photoAt(this.#state.focus);
  }

  get ranges(): Ranges {
    return this.#state.ranges;
  }

  has(index: number): boolean {
    return hasIndex(this.#state.ranges, index);
  }

  apply(index: number, gesture: SelectGesture): void {
    this.#become(select(this.#state, index, gesture));
  }

  forMenu(index: number): void {
    this.#become(selectForMenu(this.#state, index));
  }

  /** How much of a section is selected. */
  choiceOf({ start, count }: Section): RunChoice {
    return runChoice(this.#state, { start, end: start + count });
  }

  /** Adds a section, or takes it out where all of it is selected. */
  toggleSection({ start, count }: Section): void {
    this.#become(toggleRun(this.#state, { start, end: start + count }));
  }

  all(): void {
    this.#become(selectAll(this.#state, this.set.total));
  }

  /** Selects these photos and no others; the first of them has the keyboard. */
  only(indexes: readonly number[]): void {
    const first = indexes[0] ?? this.#state.focus;
    this.#become({ ranges: fromIndexes(indexes), anchor: first, focus: first });
  }

  none(): void {
    this.#become(selectNone(this.#state));
  }

  invert(): void {
    this.#become({ ...this.#state, ranges: invertRanges(this.#state.ranges, this.set.total) });
  }

  /** How many photos an edit would touch: the selected ones, else the focused one. */
  get targetCount(): number {
    return countOf(editTarget(this.#state, this.set.total));
  }

  /** The photos that an edit touches, by id. */
  async targetIds(): Promise<readonly PhotoId[]> {
    const ids: PhotoId[] = [];
    for (const { start, end } of editTarget(this.#state, this.set.total)) {
      for (const id of await this.#idsBetween(start, end)) ids.push(id);
    }
    return ids;
  }

  /** The photos that an edit touches, as far as they were read. */
  targetPhotos(): readonly Photo[] {
    const photos: Photo[] = [];
    for (const index of indexesOf(editTarget(this.#state, this.set.total))) {
      const photo = this.set.photoAt(index);
      if (photo) photos.push(photo);
    }
    return photos;
  }

  held(): ReadonlyMap<PhotoId, number> | undefined {
    const held = new Map<PhotoId, number>();
    for (const index of [this.#state.focus, this.#state.anchor]) {
      const photo = this.set.photoAt(index);
      if (photo) held.set(photo.id, index);
    }
    if (this.count === this.set.total) return held;
    for (const index of indexesOf(this.#state.ranges)) {
      const id = this.set.photoAt(index)?.id ?? this.#names.get(index);
      if (id === undefined) return undefined;
      held.set(id, index);
    }
    return held;
  }

  moved(move: Move | undefined): void {
    this.#names.clear();
    if (!move) {
      const index = this.set.start?.index ?? 0;
      this.#become({ ...emptySelection, focus: index, anchor: index });
      return;
    }
    const idAt = new Map([...move.before].map(([id, place]) => [place, id]));
    const placeAfter = (place: number): number | undefined => {
      const id = idAt.get(place);
      return id === undefined ? undefined : move.after.get(id);
    };
    const last = Math.max(0, this.set.total - 1);
    const { ranges, focus, anchor } = this.#state;
    const isWhole = countOf(ranges) > 0 && countOf(ranges) === move.totalBefore;
    this.#become({
      // Where the focused photo has gone, its neighbour takes its place and the focus.
      focus: Math.min(last, placeAfter(focus) ?? focus),
      anchor: Math.min(last, placeAfter(anchor) ?? anchor),
      ranges: isWhole
        ? wholeRange(this.set.total)
        : fromIndexes([...indexesOf(ranges)].flatMap((place) => placeAfter(place) ?? [])),
    });
  }

  #become(state: SelectionState): void {
    this.#state = state;
    void this.#name();
  }

  /** Learns the ids of a range over photos that were not read, so that they can be followed. */
  async #name(): Promise<void> {
    const naming = ++this.#naming;
    const { ranges } = this.#state;
    const count = countOf(ranges);
    // A larger one is kept by place alone.
    if (count === 0 || count > MOST_AT_ONCE || count === this.set.total) return;
    for (const { start, end } of ranges) {
      if (this.#isRead(start, end)) continue;
      const ids = await this.set.readIds(start, end).catch(() => []);
      if (naming !== this.#naming) return;
      for (const [at, id] of ids.entries()) this.#names.set(start + at, id);
    }
  }

  async #idsBetween(start: number, end: number): Promise<readonly PhotoId[]> {
    if (!this.#isRead(start, end)) return this.set.readIds(start, end);
    return Array.from({ length: end - start }, (_, at) => this.set.photoAt(start + at)!.id);
  }

  #isRead(start: number, end: number): boolean {
    for (let index = start; index < end; index++) if (!this.set.photoAt(index)) return false;
    return true;
  }
}
