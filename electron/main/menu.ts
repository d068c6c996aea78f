import type { MenuItemConstructorOptions } from "electron";

export interface MenuOptions {
  readonly isMac: boolean;
  readonly isDeveloping: boolean;
  addFolder(): void;
}

/** The system's menu bar: standard entries by role, so that the system names and translates them. */
export function menuTemplate(options: MenuOptions): MenuItemConstructorOptions[] {
  return [
    ...(options.isMac ? [{ role: "appMenu" } as const] : []),
    fileMenu(options),
    { role: "editMenu" },
    viewMenu(options),
    { role: "windowMenu" },
  ];
}

function fileMenu({ isMac, ...options }: MenuOptions): MenuItemConstructorOptions {
  return {
    label: "&File",
    submenu: [
      { label: "Add folder…", click: () => options.addFolder() },
      { type: "separator" },
      { role: isMac ? "close" : "quit" },
    ],
  };
}

function viewMenu({ isDeveloping }: MenuOptions): MenuItemConstructorOptions {
  const forDevelopers: MenuItemConstructorOptions[] = [
    { role: "reload" },
    { role: "toggleDevTools" },
    { type: "separator" },
  ];
  return {
    label: "&View",
    submenu: [
      ...(isDeveloping ? forDevelopers : []),
      { role: "resetZoom" },
      { role: "zoomIn" },
      { role: "zoomOut" },
      { type: "separator" },
      { role: "togglefullscreen" },
    ],
  };
}
