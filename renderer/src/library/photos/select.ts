import {
  addRange,
  countOf,
  hasIndex,
  noRanges,
  removeRange,
  toggleIndex,
  wholeRange,
  type Range,
  type Ranges,
} from "./ranges.ts";

/** What is selected, where a range begins, and where the keyboard is. Places in a query. */
export interface SelectionState {
  readonly ranges: Ranges;
  readonly anchor: number;
  readonly focus: number;
}

export const emptySelection: SelectionState = { ranges: noRanges, anchor: 0, focus: 0 };

export type SelectGesture =
  /** Select this photo and nothing else. */
  | "only"
  /** Add it, or take it out. */
  | "toggle"
  /** Everything from the anchor to it, and nothing else. */
  | "extend"
  /** Everything from the anchor to it, too. */
  | "add-range"
  /** Move the keyboard there and change no selection. */
  | "focus";

/** What a click or a key on a photo does, the same everywhere and as file managers do it. */
export function select(
  state: SelectionState,
  index: number,
  gesture: SelectGesture,
): SelectionState {
  switch (gesture) {
    case "only":
      return { ranges: [{ start: index, end: index + 1 }], anchor: index, focus: index };
    case "toggle":
      return { ranges: toggleIndex(state.ranges, index), anchor: index, focus: index };
    case "extend":
      return { ...state, ranges: [between(state.anchor, index)], focus: index };
    case "add-range":
      return {
        ...state,
        ranges: addRange(state.ranges, between(state.anchor, index)),
        focus: index,
      };
    case "focus":
      return { ...state, focus: index };
  }
}

export function selectAll(state: SelectionState, total: number): SelectionState {
  return { ...state, ranges: wholeRange(total) };
}

export function selectNone(state: SelectionState): SelectionState {
  return { ...state, ranges: noRanges, anchor: state.focus };
}

/** How much of a run of photos is selected. */
export type RunChoice = "none" | "some" | "all";

export function runChoice({ ranges }: Pick<SelectionState, "ranges">, run: Range): RunChoice {
  const without = countOf(ranges) - countOf(removeRange(ranges, run));
  if (without === 0) return "none";
  return without === run.end - run.start ? "all" : "some";
}

/**
 * Adds a run to the selection, or takes it out where all of it is selected. A photo that is selected alone, because the
 * keyboard is on it, makes room.
 */
export function toggleRun(state: SelectionState, run: Range): SelectionState {
  if (runChoice(state, run) === "all") return { ...state, ranges: removeRange(state.ranges, run) };
  const isCursor = countOf(state.ranges) === 1 && hasIndex(state.ranges, state.focus);
  const isWithin = state.focus >= run.start && state.focus < run.end;
  return {
    ranges: addRange(isCursor ? noRanges : state.ranges, run),
    anchor: run.start,
    focus: isWithin ? state.focus : run.start,
  };
}

/** What an edit touches: the selection, else the focused photo. */
export function editTarget({ ranges, focus }: SelectionState, total: number): Ranges {
  if (countOf(ranges) > 0) return ranges;
  return focus < total ? [{ start: focus, end: focus + 1 }] : noRanges;
}

/** What a right-click on a photo leaves selected: the selection if the photo is in it, else the photo. */
export function selectForMenu(state: SelectionState, index: number): SelectionState {
  return hasIndex(state.ranges, index) ? { ...state, focus: index } : select(state, index, "only");
}

function between(a: number, b: number): Range {
  return { start: Math.min(a, b), end: Math.max(a, b) + 1 };
}
