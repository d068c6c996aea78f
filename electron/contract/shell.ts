/**
 * @file What only the desktop shell can do for the page. The browser host has none of it.
 */
import type { Transport } from "./client.ts";
import type { ExportTarget } from "./originals.ts";
import type { FolderId } from "./folder.ts";
import type { PhotoId } from "./photo.ts";

export interface ShellActions {
  /** Opens the system's folder dialog; the chosen folder is added. False when the user cancelled. */
  addFolder(): Promise<boolean>;
  /** Opens the system's folder dialog; the folder is there now. False when the user cancelled or it cannot be. */
  locateFolder(id: FolderId): Promise<boolean>;
  /** Opens the system's file dialog; the chosen model is used. False when the user cancelled or it cannot be. */
  chooseModelFile(): Promise<boolean>;
  /** Opens the system's folder dialog; null when the user cancelled, or the folder cannot take copies. */
  chooseExportFolder(): Promise<{ readonly target: ExportTarget; readonly path: string } | null>;
  /** Shows the photo's file in the system's file manager. */
  showInFolder(id: PhotoId): Promise<void>;
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
  locateFolder: "locate-folder",
  chooseModelFile: "choose-model-file",
  chooseExportFolder: "choose-export-folder",
  showInFolder: "show-in-folder",
} as const;
