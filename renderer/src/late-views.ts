/**
 * @file What the first photos do not need. It is loaded when they are there and nothing else is to be done, so that it is at hand when
 * it is asked for; asked for earlier, it comes then.
 */
import type DetailPanel from "./detail/DetailPanel.svelte";
import type FilterPanel from "./filters/FilterPanel.svelte";
import { LateView } from "./late-view.svelte.ts";
import type Overlays from "./Overlays.svelte";
import type PageHost from "./PageHost.svelte";
import type Viewer from "./viewer/Viewer.svelte";

interface LateViews {
  readonly viewer: LateView<typeof Viewer>;
  readonly detail: LateView<typeof DetailPanel>;
  readonly overlays: LateView<typeof Overlays>;
  readonly filters: LateView<typeof FilterPanel>;
  readonly pages: LateView<typeof PageHost>;
}

/** In the order in which they are most likely to be asked for. */
export const lateViews: LateViews = {
  viewer: new LateView(() => import("./viewer/Viewer.svelte")),
  detail: new LateView(() => import("./detail/DetailPanel.svelte")),
  overlays: new LateView(() => import("./Overlays.svelte")),
  filters: new LateView(() => import("./filters/FilterPanel.svelte")),
  pages: new LateView(() => import("./PageHost.svelte")),
};

/** A window that is never idle, as while photos are indexed, has them by then all the same. */
const PATIENCE_MS = 500;

/** One after another, each in an idle moment of its own. What cannot be had is tried again when it is asked for. */
export function loadLateViews(): void {
  const waiting = Object.values<LateView<unknown>>({ ...lateViews });
  function next(): void {
    const view = waiting.shift();
    if (view) requestIdleCallback(() => void view.load().then(next), { timeout: PATIENCE_MS });
  }
  next();
}
