/**
 * @file What only the desktop shell can do for the page. The browser host has none of it.
 */
import type { Transport } from "./client.ts";
import type { ExchangeFormat, ExportFile, OpenedImport } from "./exchange.ts";
import type { ExportTarget } from "./originals.ts";
import type { FolderId } from "./folder.ts";
import type { Language } from "./language.ts";
import type { PhotoId } from "./photo.ts";

/** A dialog of the system chooses either. */
export type ImportChoice = "file" | "folder";

export interface ShellActions {
  /** Opens the system's folder dialog; the chosen folder is added. False when the user cancelled. */
  addFolder(): Promise<boolean>;
  /**
   * Adds the folders of files that were dropped on the window, and folders themselves. `nowhere`: none of them is on a disk. `refused`: none
   * could be added, which the user was told.
   */
  addFoldersOf(dropped: readonly object[]): Promise<"added" | "refused" | "nowhere">;
  /** Opens the system's folder dialog; the folder is there now. False when the user cancelled or it cannot be. */
  locateFolder(id: FolderId): Promise<boolean>;
  /**
   * Opens the system's file dialog; the chosen file is the missing photo's now. The number of the entry of the history; null when the user
   * cancelled or it cannot be.
   */
  locatePhoto(id: PhotoId): Promise<number | null>;
  /** Opens the system's file dialog; the chosen model is used. False when the user cancelled or it cannot be. */
  chooseModelFile(): Promise<boolean>;
  /** Opens the system's folder dialog; null when the user cancelled, or the folder cannot take copies. */
  chooseExportFolder(): Promise<{ readonly target: ExportTarget; readonly path: string } | null>;
  /** Opens the system's dialog for a new file; null when the user cancelled, or nothing can be written there. */
  chooseRowsFile(
    format: ExchangeFormat,
  ): Promise<{ readonly file: ExportFile; readonly path: string } | null>;
  /** Opens the system's dialog for a file of rows, or for a folder of XMP files; null when the user cancelled, or it cannot be read. */
  chooseImport(from: ImportChoice): Promise<OpenedImport | null>;
  /** Shows a file or a folder that was chosen for an export in the system's file manager. */
  showExported(exported: ExportTarget): Promise<void>;
  /** Shows the photo's file in the system's file manager. */
  showInFolder(id: PhotoId): Promise<void>;
  /** The page speaks this language: menus and dialogs follow. */
  useLanguage(language: Language): Promise<void>;
}

/** `restarting`: it ended and is being started again. `ended`: it keeps ending and was given up. */
export type EngineState = "running" | "restarting" | "ended";

/** What the preload script puts on `window.semblance`. */
export interface PreloadBridge extends Transport {
  readonly shell: ShellActions;
  /** Calls back whenever the state changes. Returns the function that ends the subscription. */
  onEngineState(listener: (state: EngineState) => void): () => void;
}

/** The names under which the preload script and the main process find each other. */
export const shellChannels = {
  request: "request",
  event: "event",
  engineState: "engine-state",
  addFolder: "add-folder",
  addFoldersOf: "add-folders-of",
  locateFolder: "locate-folder",
  locatePhoto: "locate-photo",
  chooseModelFile: "choose-model-file",
  chooseExportFolder: "choose-export-folder",
  chooseRowsFile: "choose-rows-file",
  chooseImport: "choose-import",
  showExported: "show-exported",
  showInFolder: "show-in-folder",
  useLanguage: "use-language",
} as const;
