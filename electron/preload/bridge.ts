import type { IpcRenderer, IpcRendererEvent, WebUtils } from "electron";
import type { Reply } from "../contract/client.ts";
import type { EngineEvent } from "../contract/events.ts";
import {
  shellChannels,
  type EngineState,
  type PreloadBridge,
  type ShellActions,
} from "../contract/shell.ts";

/** The part of `ipcRenderer` that the page's bridge stands on; the page never sees it. */
export type PageIpc = Pick<IpcRenderer, "invoke" | "on" | "off">;

/** `files` knows where dropped files are, which the page never learns. */
export function createBridge(ipc: PageIpc, files: Pick<WebUtils, "getPathForFile">): PreloadBridge {
  return {
    send: (name, input) => ipc.invoke(shellChannels.request, name, input) as Promise<Reply>,
    subscribe: (listener) => listen<EngineEvent>(ipc, shellChannels.event, listener),
    onEngineState: (listener) => listen<EngineState>(ipc, shellChannels.engineState, listener),
    shell: {
      addFolder: () => ipc.invoke(shellChannels.addFolder) as Promise<boolean>,
      addFoldersOf: async (dropped) => {
        const paths = dropped.map((file) => files.getPathForFile(file as File));
        const known = paths.filter((path) => path !== "");
        if (known.length === 0) return "nowhere";
        const isAdded = (await ipc.invoke(shellChannels.addFoldersOf, known)) as boolean;
        return isAdded ? "added" : "refused";
      },
      locateFolder: (id) => ipc.invoke(shellChannels.locateFolder, id) as Promise<boolean>,
      locatePhoto: (id) => ipc.invoke(shellChannels.locatePhoto, id) as Promise<number | null>,
      chooseModelFile: () => ipc.invoke(shellChannels.chooseModelFile) as Promise<boolean>,
      chooseExportFolder: () =>
        ipc.invoke(shellChannels.chooseExportFolder) as ReturnType<
          ShellActions["chooseExportFolder"]
        >,
      chooseRowsFile: (format) =>
        ipc.invoke(shellChannels.chooseRowsFile, format) as ReturnType<
          ShellActions["chooseRowsFile"]
        >,
      chooseImport: (from) =>
        ipc.invoke(shellChannels.chooseImport, from) as ReturnType<ShellActions["chooseImport"]>,
      showExported: (exported) => ipc.invoke(shellChannels.showExported, exported) as Promise<void>,
      showInFolder: (id) => ipc.invoke(shellChannels.showInFolder, id) as Promise<void>,
      useLanguage: (language) => ipc.invoke(shellChannels.useLanguage, language) as Promise<void>,
    },
  };
}

/** Passes on the payload alone: the event object would hand the page a way to send. */
function listen<T>(ipc: PageIpc, channel: string, listener: (payload: T) => void): () => void {
  const receive = (_event: IpcRendererEvent, payload: T): void => listener(payload);
  ipc.on(channel, receive);
  return () => {
    ipc.off(channel, receive);
  };
}
