import type { Dialog, OpenDialogOptions, Shell } from "electron";
import { createClient, type Client, type Transport } from "../contract/client.ts";
import { LibraryError } from "../contract/errors.ts";
import type { ShellActions } from "../contract/shell.ts";
import { createExchangeCommands, type Attempt } from "./exchange-commands.ts";
import { locateFolder } from "./locate-folder.ts";
import { locatePhoto } from "./locate-photo.ts";

/** What the page, the menu and the command line make the shell do. */
export interface ShellCommands extends ShellActions {
  /** Adds folders that the app was started with; whether at least one of them could be. */
  addFolders(paths: readonly string[]): Promise<boolean>;
}

export interface ShellCommandOptions {
  readonly engine: Transport;
  readonly dialog: Pick<Dialog, "showOpenDialog" | "showSaveDialog" | "showMessageBox">;
  readonly shell: Pick<Shell, "showItemInFolder">;
}

const addFolderDialog: OpenDialogOptions = {
  title: "Add folder",
  buttonLabel: "Add folder",
  properties: ["openDirectory", "multiSelections"],
};

const modelFileDialog: OpenDialogOptions = {
  title: "Use a model file",
  buttonLabel: "Use",
  properties: ["openFile"],
  filters: [{ name: "Models", extensions: ["onnx"] }],
};

function createAttempt(dialog: ShellCommandOptions["dialog"]): Attempt {
  return async (problem, work) => {
    try {
      return await work();
    } catch (error) {
      // Told here and not passed on: the bridge to the page keeps no more of an error than its text.
      if (!(error instanceof LibraryError)) throw error;
      await dialog.showMessageBox({ type: "warning", message: problem, detail: error.message });
      return undefined;
    }
  };
}

/** Like an attempt, and whether it went well. */
type Tell = (problem: string, work: () => Promise<unknown>) => Promise<boolean>;

/** Folders and photos that are somewhere else now. */
function locating({
  client,
  dialog,
  tell,
}: {
  readonly client: Client<"shell">;
  readonly dialog: ShellCommandOptions["dialog"];
  readonly tell: Tell;
}): Pick<ShellActions, "locateFolder" | "locatePhoto"> {
  return {
    async locateFolder(id) {
      let isLocated = false;
      await tell("The folder cannot be followed there.", async () => {
        isLocated = await locateFolder({ client, dialog, id });
      });
      return isLocated;
    },
    async locatePhoto(id) {
      let entry: number | null = null;
      await tell("The photo cannot be linked to this file.", async () => {
        entry = await locatePhoto({ client, dialog, id });
      });
      return entry;
    },
  };
}

export function createShellCommands({ engine, dialog, shell }: ShellCommandOptions): ShellCommands {
  const client: Client<"shell"> = createClient(engine);

  const attempt = createAttempt(dialog);

  async function tell(problem: string, work: () => Promise<unknown>): Promise<boolean> {
    return (await attempt(problem, async () => [await work()])) !== undefined;
  }

  /** Whether at least one of them was added. */
  async function addFolders(paths: readonly string[]): Promise<boolean> {
    let isAdded = false;
    for (const path of paths) {
      const add = () => client.request("folder.add", { path });
      if (await tell("The folder could not be added.", add)) isAdded = true;
    }
    return isAdded;
  }

  return {
    addFolders,
    async addFolder() {
      const { canceled, filePaths } = await dialog.showOpenDialog(addFolderDialog);
      return !canceled && addFolders(filePaths);
    },
    ...locating({ client, dialog, tell }),
    async chooseModelFile() {
      const { canceled, filePaths } = await dialog.showOpenDialog(modelFileDialog);
      const path = filePaths[0];
      if (canceled || path === undefined) return false;
      return tell("The model file cannot be used.", () =>
        client.request("model.useFile", { path }),
      );
    },
    ...createExchangeCommands({ client, dialog, shell, attempt }),
    async showInFolder(id) {
      await tell("The photo cannot be shown in its folder.", async () => {
        const { path } = await client.request("photo.path", { id });
        shell.showItemInFolder(path);
      });
    },
  };
}
