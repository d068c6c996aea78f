import { loadPreferences, savePreferences, type Preferences } from "./library/preferences.ts";
import { applyTheme } from "./theme.ts";

/** Below this width the sidebar lies over the photos and is closed until it is asked for. */
export const DRAWER_BELOW_PX = 880;
/** From this width on the details push the photos aside; below they float over them. */
export const DETAIL_PUSHES_PX = 1200;

/** Which panels are open, and the other habits that the window remembers. */
export class Panels {
  preferences = $state.raw<Preferences>(loadPreferences());
  windowPx = $state(innerWidth);
  isDrawerOpen = $state(false);

  readonly isNarrow = $derived(this.windowPx < DRAWER_BELOW_PX);
  readonly isSidebarOpen = $derived(
    this.isNarrow ? this.isDrawerOpen : this.preferences.isSidebarOpen,
  );
  readonly isDetailOpen = $derived(this.preferences.isDetailOpen);
  readonly isDetailFloating = $derived(this.windowPx < DETAIL_PUSHES_PX);

  constructor() {
    applyTheme(this.preferences.theme);
  }

  set(change: Partial<Preferences>): void {
    this.preferences = { ...this.preferences, ...change };
    savePreferences(this.preferences);
    if (change.theme) applyTheme(change.theme);
  }

  toggleSidebar(): void {
    if (this.isNarrow) this.isDrawerOpen = !this.isDrawerOpen;
    else this.set({ isSidebarOpen: !this.preferences.isSidebarOpen });
  }

  toggleDetail(): void {
    this.set({ isDetailOpen: !this.preferences.isDetailOpen });
  }
}
