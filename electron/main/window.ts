import type { BrowserWindowConstructorOptions, TitleBarOverlayOptions } from "electron";

/** As high as the page's own top bar, which the system's window buttons lie on. */
const TOP_BAR_PX = 48;

/** The system's window buttons, drawn for the theme on a bar that shows through. */
export function titleBarOverlay(isDark: boolean): TitleBarOverlayOptions {
  return {
    color: "#00000000",
    symbolColor: isDark ? "#ffffff" : "#000000",
    height: TOP_BAR_PX,
  };
}

/** A window around the page: everything it can do comes through the preload script. */
export function windowOptions({
  preload,
  isDark,
}: {
  readonly preload: string;
  readonly isDark: boolean;
}): BrowserWindowConstructorOptions {
  return {
    width: 1440,
    height: 900,
    minWidth: 390,
    minHeight: 480,
    // Shown when the page has drawn, so that no blank window flashes.
    show: false,
    backgroundColor: isDark ? "#1b1b1b" : "#f2f2f2",
    autoHideMenuBar: true,
    titleBarStyle: "hidden",
    titleBarOverlay: titleBarOverlay(isDark),
    webPreferences: {
      preload,
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      nodeIntegrationInWorker: false,
      nodeIntegrationInSubFrames: false,
      webSecurity: true,
      allowRunningInsecureContent: false,
      webviewTag: false,
      navigateOnDragDrop: false,
      spellcheck: false,
    },
  };
}
