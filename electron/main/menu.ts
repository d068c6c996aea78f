import type { MenuItemConstructorOptions } from "electron";
import type { Speech } from "./shell-speech.ts";

export interface MenuOptions {
  readonly isMac: boolean;
  readonly isDeveloping: boolean;
  readonly speech: Pick<Speech, "say">;
  addFolder(): void;
}

type Items = MenuItemConstructorOptions[];

const line = { type: "separator" } as const;

/** The menu bar: standard entries by role, so that the system knows their keys and what they do. Their names are ours: a role's own is English. */
export function menuTemplate(options: MenuOptions): Items {
  return [
    ...(options.isMac ? [appMenu(options)] : []),
    fileMenu(options),
    editMenu(options),
    viewMenu(options),
    windowMenu(options),
  ];
}

/** Of macOS, which has no other place for these. */
function appMenu({ speech }: MenuOptions): MenuItemConstructorOptions {
  return {
    role: "appMenu",
    submenu: [
      { role: "about", label: speech.say("shell.about") },
      line,
      { role: "services", label: speech.say("shell.services") },
      line,
      { role: "hide", label: speech.say("shell.hide") },
      { role: "hideOthers", label: speech.say("shell.hide-others") },
      { role: "unhide", label: speech.say("shell.show-all") },
      line,
      { role: "quit", label: speech.say("shell.quit") },
    ],
  };
}

function fileMenu({ isMac, speech, ...options }: MenuOptions): MenuItemConstructorOptions {
  return {
    label: speech.say("shell.file"),
    submenu: [
      { label: speech.say("shell.add-folder.menu"), click: () => options.addFolder() },
      line,
      isMac
        ? { role: "close", label: speech.say("shell.close") }
        : { role: "quit", label: speech.say("shell.quit") },
    ],
  };
}

function editMenu({ speech }: MenuOptions): MenuItemConstructorOptions {
  return {
    role: "editMenu",
    label: speech.say("shell.edit"),
    submenu: [
      { role: "undo", label: speech.say("shell.undo") },
      { role: "redo", label: speech.say("shell.redo") },
      line,
      { role: "cut", label: speech.say("shell.cut") },
      { role: "copy", label: speech.say("shell.copy") },
      { role: "paste", label: speech.say("shell.paste") },
      { role: "delete", label: speech.say("shell.delete") },
      line,
      { role: "selectAll", label: speech.say("shell.select-all") },
    ],
  };
}

function viewMenu({ isDeveloping, speech }: MenuOptions): MenuItemConstructorOptions {
  const forDevelopers: Items = [
    { role: "reload", label: speech.say("shell.reload") },
    { role: "toggleDevTools", label: speech.say("shell.developer-tools") },
    line,
  ];
  return {
    label: speech.say("shell.view"),
    submenu: [
      ...(isDeveloping ? forDevelopers : []),
      { role: "resetZoom", label: speech.say("shell.actual-size") },
      { role: "zoomIn", label: speech.say("shell.zoom-in") },
      { role: "zoomOut", label: speech.say("shell.zoom-out") },
      line,
      { role: "togglefullscreen", label: speech.say("shell.full-screen") },
    ],
  };
}

function windowMenu({ isMac, speech }: MenuOptions): MenuItemConstructorOptions {
  return {
    role: "windowMenu",
    label: speech.say("shell.window"),
    submenu: [
      { role: "minimize", label: speech.say("shell.minimize") },
      { role: "zoom", label: speech.say("shell.zoom") },
      ...(isMac
        ? [line, { role: "front", label: speech.say("shell.front") } as const]
        : [{ role: "close", label: speech.say("shell.close") } as const]),
    ],
  };
}
