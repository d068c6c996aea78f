import { readChoices, useKeys, useSingleKeys } from "./keys/chosen-keys.ts";
import {
  loadPreferences,
  noticeSeconds,
  savePreferences,
  type NoticeSeconds,
  type Preferences,
} from "./library/preferences.ts";
import { orderOfKind, type GridOrder, type QueryKind } from "./library/photos/photo-order.ts";
import { applyTheme } from "./theme.ts";
import { useTileMarks } from "./library/shown-tile-marks.svelte.ts";

/** Below this width the sidebar lies over the photos and is closed until it is asked for. */
export const DRAWER_BELOW_PX = 880;
/** From this width on the details push the photos aside; below they float over them. */
export const DETAIL_PUSHES_PX = 1200;
/** Beside the sidebar: from this width on the filters push the photos aside; below they float over them. */
const FILTERS_PUSH_PX = 1000;
/** Beside the sidebar: from this width on there is room for filters and details. */
const BOTH_PUSH_PX = 1360;
/** Below this width filters and details take the whole window; the filters are closed until they are asked for. */
const SHEET_BELOW_PX = 600;

/** How wide the user may drag a panel. */
export const SIDEBAR_PX = { minPx: 180, maxPx: 360 } as const;
export const DETAIL_PX = { minPx: 280, maxPx: 420 } as const;
const USUAL_DETAIL_PX = 320;

/** Which panels are open, and the other habits that the window remembers. */
export class Panels {
  preferences = $state.raw<Preferences>(loadPreferences());
  windowPx = $state(innerWidth);
  /** What is left beside the sidebar. */
  stagePx = $state(innerWidth);
  isDrawerOpen = $state(false);
  #isSheetOpen = $state(false);

  readonly isNarrow = $derived(this.windowPx < DRAWER_BELOW_PX);
  readonly isSidebarOpen = $derived(
    this.isNarrow ? this.isDrawerOpen : this.preferences.isSidebarOpen,
  );
  readonly isDetailOpen = $derived(this.preferences.isDetailOpen);
  readonly isFilterSheet = $derived(this.windowPx < SHEET_BELOW_PX);
  readonly isFilterOpen = $derived(
    this.isFilterSheet ? this.#isSheetOpen : this.preferences.isFilterOpen === true,
  );
  readonly isFilterFloating = $derived(this.stagePx < FILTERS_PUSH_PX);
  readonly isDetailFloating = $derived(
    this.windowPx < DETAIL_PUSHES_PX || (this.isFilterOpen && this.stagePx < BOTH_PUSH_PX),
  );

  readonly detailPx = $derived(this.preferences.detailPx ?? USUAL_DETAIL_PX);

  get noticeSeconds(): NoticeSeconds {
    return this.preferences.noticeSeconds ?? noticeSeconds[0];
  }
  /** The details have the whole window below the bar. */
  readonly isDetailSheet = $derived(this.windowPx < SHEET_BELOW_PX);

  constructor() {
    applyTheme(this.preferences.theme);
    useSingleKeys(this.preferences.hasSingleKeys);
    useKeys(readChoices(this.preferences.keys));
    useTileMarks(this.preferences.tileMarks);
  }

  set(change: Partial<Preferences>): void {
    this.preferences = { ...this.preferences, ...change };
    savePreferences(this.preferences);
    if (change.theme) applyTheme(change.theme);
    if (change.hasSingleKeys !== undefined) useSingleKeys(change.hasSingleKeys);
    if (change.keys) useKeys(change.keys);
    if (change.tileMarks) useTileMarks(change.tileMarks);
  }

  /** An absent width is the usual one. */
  setWidth(panel: "sidebarPx" | "detailPx", px: number | undefined): void {
    const { [panel]: _, ...others } = this.preferences;
    this.preferences = px === undefined ? others : { ...others, [panel]: px };
    savePreferences(this.preferences);
  }

  toggleSidebar(): void {
    if (this.isNarrow) this.isDrawerOpen = !this.isDrawerOpen;
    else this.set({ isSidebarOpen: !this.preferences.isSidebarOpen });
  }

  toggleDetail(): void {
    this.set({ isDetailOpen: !this.preferences.isDetailOpen });
  }

  toggleFilters(): void {
    if (this.isFilterSheet) this.#isSheetOpen = !this.#isSheetOpen;
    else this.set({ isFilterOpen: !this.isFilterOpen });
  }

  orderOf(kind: QueryKind): GridOrder {
    return orderOfKind(this.preferences.orders, kind);
  }

  setOrder(kind: QueryKind, order: GridOrder): void {
    this.set({ orders: { ...this.preferences.orders, [kind]: order } });
  }
}
