import type { Workspace } from "./workspace.svelte.ts";

/** Shows the view before or after the one that is shown, where it was left. */
export function goTo(workspace: Workspace, by: 1 | -1): Promise<void> {
  const { views, search, similar, main } = workspace;
  return views.go(by, async ({ query, page }, isCurrent) => {
    if (similar.step) workspace.closeSimilar();
    if (search.query !== query || main.query !== query) await search.open(query);
    if (!isCurrent() || workspace.page === page) return;
    if (page === null) await workspace.closePage();
    else workspace.openPage(page);
  });
}
