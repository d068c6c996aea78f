import { tick, untrack } from "svelte";
import type { PhotoId } from "../../../electron/contract/photo.ts";
import type { LibraryState } from "../library/library-state.svelte.ts";
import type { Follower, Move, PhotoSet, SetPlace } from "../library/photos/photo-set.ts";
import type { Selection } from "../library/photos/selection.svelte.ts";
import { GridScroll } from "./grid-scroll.svelte.ts";
import {
  anchorAtPlace,
  anchorAtPoint,
  anchorAtTop,
  anchorOfPhoto,
  heightOfAnchor,
  holdFocus,
  type Anchor,
  type AnchorFrame,
} from "./layout/anchor.ts";
import { justify, type GridLayout } from "./layout/justify.ts";
import { navigate, type Direction } from "./layout/navigate.ts";
import {
  isHeader,
  keepRange,
  RowCache,
  rowOfPhoto,
  rowsBetween,
  sectionOfRow,
  tilesOfRow,
  type RowRange,
} from "./layout/rows.ts";
import {
  defaultSize,
  fitSize,
  rowShapeOf,
  sizesFor,
  spacingFor,
  type RowSize,
} from "./layout/size-steps.ts";
import type { RowView } from "./row-view.ts";
import { thumbnailKeys } from "./thumbnail-keys.ts";
import { Thumbnails } from "./thumbnails.svelte.ts";

export const HEADER_PX = 40;
/** Room for what floats above the bottom edge. */
export const BOTTOM_PX = 72;
const SECTION_GAP_PX = 24;
const TOP_PX = 12;
const MIN_OVERSCAN_PX = 600;
/** How much of the way back loads at once when the direction turns, in windows. */
const BEHIND = 0.5;

export interface GridSource {
  readonly set: PhotoSet;
  readonly selection: Selection;
  /** A line with tools lies over the top, also where no header does. */
  readonly hasLine?: boolean;
  /** Room for what is said under the last row; none without it. */
  readonly footPx?: number;
  /** Size that the user chose; undefined leaves it to the window. */
  readonly rowSize: () => RowSize | undefined;
  /** Told that the user scrolls. */
  readonly library: Pick<LibraryState, "userIsBusy">;
}

/** What the grid shows and where it is scrolled. Owns state; renders nothing. */
export class GridController implements Follower {
  readonly set: PhotoSet;
  readonly selection: Selection;
  readonly thumbnails = new Thumbnails();
  readonly scroll: GridScroll = new GridScroll(() => this.contentPx);
  readonly #source: GridSource;
  /** Photos that arrived above the window since it was last at the top. */
  arrivedAbove = $state(0);
  /** The photo that a tag is dragged over; −1 for none. */
  dropIndex = $state(-1);
  /** Before this photo dragged ones would go; -1 for none. */
  insertIndex = $state(-1);
  #anchor: Anchor | undefined;
  #hasFocus = false;
  #element: HTMLElement | undefined;
  #lastWindow: RowRange | undefined;
  #lastSeen: RowRange | undefined;
  #rowCache = new RowCache<RowView>();

  readonly paddingPx = $derived.by(() => spacingFor(this.scroll.widthPx).paddingPx);
  readonly gapPx = $derived.by(() => spacingFor(this.scroll.widthPx).gapPx);
  readonly innerPx: number = $derived.by(() =>
    Math.max(1, this.scroll.widthPx - 2 * this.paddingPx),
  );
  /** What this grid offers, smallest first. */
  readonly sizes: readonly RowSize[] = $derived.by(() => sizesFor(this.innerPx));
  readonly size: RowSize = $derived.by(() =>
    fitSize(this.#source.rowSize() ?? defaultSize(this.scroll.widthPx), this.innerPx),
  );
  readonly #rowShape = $derived.by(() => rowShapeOf(this.size, this.scroll.heightPx));
  readonly layout: GridLayout = $derived.by(() =>
    justify(this.set.aspects, this.set.sections, {
      widthPx: this.innerPx,
      ...this.#rowShape,
      gapPx: this.gapPx,
      headerPx: HEADER_PX,
      sectionGapPx: SECTION_GAP_PX,
      topPx: this.#source.hasLine && !this.set.sections[0]?.hasHeader ? HEADER_PX + 4 : TOP_PX,
    }),
  );
  readonly contentPx: number = $derived.by(
    () => this.layout.heightPx + (this.#source.footPx ?? 0) + BOTTOM_PX,
  );
  /** The same object while it is the same rows, so that a step of scrolling within a row draws nothing anew. */
  readonly #window: RowRange = $derived.by(() => {
    const range = this.#rowsWithin(Math.max(MIN_OVERSCAN_PX, this.scroll.heightPx));
    return (this.#lastWindow = keepRange(this.#lastWindow, range));
  });
  readonly #seen: RowRange = $derived.by(
    () => (this.#lastSeen = keepRange(this.#lastSeen, this.#rowsWithin(0))),
  );
  readonly rows: readonly RowView[] = $derived.by(() => this.#drawnRows());
  /** The number of the section at the top of the window. */
  readonly currentSection = $derived.by(() => {
    const row = rowsBetween(this.layout, this.scroll.yPx, this.scroll.yPx).start;
    return Math.max(0, sectionOfRow(this.layout, row));
  });
  /** How far the next header has pushed the sticky one up. */
  readonly stickyShiftPx = $derived.by(() => {
    const nextRow = this.layout.sectionRow[this.currentSection + 1];
    if (nextRow === undefined) return 0;
    return Math.min(0, this.layout.topPx[nextRow]! - this.scroll.yPx - HEADER_PX);
  });

  constructor(source: GridSource) {
    const { set } = source;
    this.#source = source;
    this.set = set;
    this.selection = source.selection;
    this.#anchor = anchorAtPlace(set.start);
    $effect(() => set.follow(this));
    $effect(() => {
      this.layout;
      untrack(() => this.#restore());
    });
    $effect(() => this.#askForPhotos());
    // A page that arrives, like a new layout, may put another element in the place of the focused one.
    $effect(() => void this.#refocus(this.rows));
  }

  attach(element: HTMLElement): () => void {
    this.#element = element;
    return this.scroll.attach(element);
  }

  scrolled(): void {
    const isUsers = this.scroll.scrolled();
    this.#source.library.userIsBusy();
    if (this.scroll.yPx <= 0) this.arrivedAbove = 0;
    if (this.scroll.isFlying) this.thumbnails.pauseBriefly();
    // Where we scroll ourselves the anchor stays: rounding would let it wander, from one resize to the next.
    if (isUsers) this.#anchor = this.#anchorNow();
  }

  /** The scrolling came to rest. */
  rested(): void {
    this.scroll.scrollEnded();
    this.set.keepPlace?.();
  }

  place(): SetPlace | undefined {
    const anchor = this.scroll.yPx > 0 && this.set.total > 0 ? this.#anchor : undefined;
    if (!anchor) return undefined;
    const index = Math.min(anchor.index, this.set.total - 1);
    return { index, offsetPx: anchorOfPhoto(this.#frame(), index).offsetPx };
  }

  /** Shows a height of the grid at the top of the window. */
  jump(yPx: number): void {
    this.scroll.jump(yPx);
    this.#anchor = this.#anchorNow();
    if (this.scroll.yPx <= 0) this.arrivedAbove = 0;
    // Only the base may have moved, of which no event tells.
    this.set.keepPlace?.();
  }

  jumpToSection(section: number): void {
    const row = this.layout.sectionRow[section];
    if (row !== undefined) this.jump(this.layout.topPx[row]!);
  }

  move(direction: Direction, gesture: "only" | "extend" | "focus"): void {
    if (this.set.total === 0) return;
    const frame = {
      layout: this.layout,
      aspects: this.set.aspects,
      widthPx: this.innerPx,
      gapPx: this.gapPx,
      viewportPx: Math.max(1, this.scroll.heightPx - HEADER_PX - BOTTOM_PX),
    };
    this.selection.apply(navigate(frame, this.#focusIndex(), direction), gesture);
    void this.focusPhoto();
  }

  /** Brings the focused photo on the screen and the keyboard to it. */
  async focusPhoto(): Promise<void> {
    this.reveal();
    await tick();
    this.focusHere();
  }

  /** The keyboard comes to the focused photo, which from now on keeps its height if it is seen. */
  focusHere(): void {
    this.focusedCell()?.focus({ preventScroll: true });
    this.#anchor = holdFocus(this.#anchor, this.#focusAnchor());
  }

  /** Scrolls as little as it takes to see the focused photo. */
  reveal(): void {
    if (this.set.total === 0) return;
    const row = rowOfPhoto(this.layout, this.#focusIndex());
    const topPx = this.layout.topPx[row]!;
    const bottomPx = topPx + this.layout.rowPx[row]!;
    const freeTopPx = HEADER_PX + 8;
    if (topPx < this.scroll.yPx + freeTopPx) this.jump(topPx - freeTopPx);
    else if (bottomPx > this.scroll.yPx + this.scroll.heightPx - BOTTOM_PX) {
      this.jump(bottomPx - this.scroll.heightPx + BOTTOM_PX);
    }
  }

  focusedCell(): HTMLElement | null | undefined {
    return this.#element?.querySelector<HTMLElement>(`[data-index="${this.#focusIndex()}"]`);
  }

  /** Keeps the focused photo where it is while the size of the rows changes. */
  anchorFocus(): void {
    this.#anchor = this.#focusAnchor() ?? this.#topAnchor();
  }

  /** Keeps what is under the pointer where it is while the size of the rows changes; `offsetPx` from the top of the grid. */
  anchorPoint(offsetPx: number, index: number | undefined): number | undefined {
    if (this.set.total === 0) return undefined;
    this.#anchor = anchorAtPoint(this.#frame(), offsetPx, index);
    return this.#anchor.index;
  }

  /** Screen readers move the focus by themselves, past our keys: what it is on is what commands are for. */
  focusCame(index: number | undefined): void {
    this.#hasFocus = true;
    if (index !== undefined && index !== this.#focusIndex()) this.selection.apply(index, "focus");
  }

  /** Without a next element the focused tile was taken out of the page, and the focus is ours still. */
  focusWent(to: EventTarget | null): void {
    if (to !== null) this.#hasFocus = false;
  }

  held(): ReadonlyMap<PhotoId, number> {
    const photo = this.#anchor && this.set.photoAt(this.#anchor.index);
    return new Map(photo && this.#anchor ? [[photo.id, this.#anchor.index]] : []);
  }

  moved(move: Move | undefined): void {
    const anchor = this.#anchor;
    if (!move) {
      this.#anchor = anchorAtPlace(this.set.start);
      this.arrivedAbove = 0;
    } else if (move.isRanking) {
      this.#anchor = undefined;
      // Who has the keyboard on a photo goes with it; anyone else sees the best.
      if (this.#hasFocus) void tick().then(() => this.reveal());
    } else if (anchor) {
      for (const [id, place] of move.before) {
        const now = place === anchor.index ? move.after.get(id) : undefined;
        if (now === undefined) continue;
        if (this.set.total > move.totalBefore) this.arrivedAbove += Math.max(0, now - place);
        this.#anchor = { ...anchor, index: now };
      }
    }
  }

  #focusIndex(): number {
    return Math.max(0, Math.min(this.selection.focus, this.set.total - 1));
  }

  #rowsWithin(overscanPx: number): RowRange {
    const { yPx, heightPx } = this.scroll;
    return rowsBetween(this.layout, yPx - overscanPx, yPx + heightPx + overscanPx);
  }

  #drawnRows(): readonly RowView[] {
    const { start, end } = this.#window;
    const rows = Array.from({ length: end - start }, (_, at) => start + at);
    if (this.set.total > 0) {
      // The tab stop stays in the page, wherever the grid is scrolled.
      const focusRow = rowOfPhoto(this.layout, this.#focusIndex());
      if (focusRow < start) rows.unshift(focusRow);
      else if (focusRow >= end) rows.push(focusRow);
    }
    return this.#rowCache.take(this.layout, rows, (row, before) => this.#drawnRow(row, before));
  }

  #drawnRow(row: number, before: RowView | undefined): RowView {
    const { layout, set, innerPx, gapPx } = this;
    const first = layout.firstPhoto[row]!;
    const section = isHeader(layout, row) ? set.sections[sectionOfRow(layout, row)] : undefined;
    const key = section
      ? `section ${section.key}`
      : String(set.photoAt(first)?.id ?? `at ${first}`);
    const topPx = layout.topPx[row]! - this.scroll.basePx;
    if (before?.key === key && before.topPx === topPx) return before;
    const tiles = tilesOfRow(layout, set.aspects, row, { widthPx: innerPx, gapPx });
    return { row, key, topPx, heightPx: layout.rowPx[row]!, section, tiles };
  }

  /** What is on the screen first, then the way ahead, then the way back. */
  #askForPhotos(): void {
    const { start, end } = this.#window;
    if (end <= start) return;
    this.set.need(this.layout.firstPhoto[start]!, this.layout.firstPhoto[end]!);
    const seen = this.#seen;
    this.set.hurry(this.layout.firstPhoto[seen.start]!, this.layout.firstPhoto[seen.end]!);
    const near = untrack(() => this.#rowsWithin(BEHIND * this.scroll.heightPx));
    const order =
      this.scroll.direction > 0
        ? [seen, { start: seen.end, end }, { start: near.start, end: seen.start }]
        : [seen, { start, end: seen.start }, { start: seen.end, end: near.end }];
    const keysOf = (rows: RowRange) => thumbnailKeys(this.set, this.layout, rows);
    this.thumbnails.want(order.flatMap(keysOf), keysOf({ start, end }));
  }

  /** The photo that keeps its height when photos come and go; at the very top they may push it down. */
  #anchorNow(): Anchor | undefined {
    if (this.layout.rowCount === 0 || this.scroll.yPx <= 0) return undefined;
    return (this.#hasFocus ? this.#focusAnchor() : undefined) ?? this.#topAnchor();
  }

  #focusAnchor(): Anchor | undefined {
    if (this.set.total === 0) return undefined;
    const anchor = anchorOfPhoto(this.#frame(), this.#focusIndex());
    const isSeen = anchor.offsetPx >= 0 && anchor.offsetPx < this.scroll.heightPx;
    return isSeen ? anchor : undefined;
  }

  #topAnchor(): Anchor | undefined {
    return this.set.total === 0 ? undefined : anchorAtTop(this.#frame());
  }

  #frame(): AnchorFrame {
    return { layout: this.layout, yPx: this.scroll.yPx, heightPx: this.scroll.heightPx };
  }

  /** After each change of the layout: the anchor is where it was. */
  #restore(): void {
    const { layout, scroll } = this;
    if (layout.rowCount === 0 || scroll.heightPx === 0) return;
    const anchor = this.#anchor;
    const index = Math.min(anchor?.index ?? 0, this.set.total - 1);
    scroll.jump(anchor ? heightOfAnchor({ ...anchor, index }, layout, scroll.heightPx) : 0);
  }

  /** After the rows were drawn anew. */
  async #refocus(drawn: readonly RowView[]): Promise<void> {
    await tick();
    if (drawn.length === 0) return;
    if (this.#hasFocus && document.activeElement === document.body) {
      this.focusedCell()?.focus({ preventScroll: true });
    }
  }
}
