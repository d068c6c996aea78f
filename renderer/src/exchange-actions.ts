import { say } from "./messages/say.ts";
import { ExportIcon, ImportIcon } from "./ui/icons.ts";
import type { MenuItem } from "./ui/menu-item.ts";
import type { Workspace } from "./workspace.svelte.ts";

/** What the user entered, out to files and in from them. */
export function exchangeItems(workspace: Workspace): readonly MenuItem[] {
  return [
    {
      kind: "action",
      label: say("exchange.export.menu"),
      icon: ExportIcon,
      run: () => exportTags(workspace),
    },
    {
      kind: "action",
      label: say("exchange.import.menu"),
      icon: ImportIcon,
      run: () => void (workspace.dialog = "import-tags"),
    },
  ];
}

/** Of the whole library, unless something was searched for. */
function exportTags(workspace: Workspace): void {
  const { query, total } = workspace.main;
  const search = query.trim() === "" ? undefined : { query, count: total };
  workspace.dialog = { exportTags: search };
}
