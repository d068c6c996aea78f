import type { Dialog, OpenDialogOptions, Shell } from "electron";
import { createClient, type Client, type Transport } from "../contract/client.ts";
import { LibraryError } from "../contract/errors.ts";
import type { ShellActions } from "../contract/shell.ts";
import { createExchangeCommands, type Attempt } from "./exchange-commands.ts";
import { foldersOf } from "./folders-of.ts";
import { locateFolder } from "./locate-folder.ts";
import { locatePhoto } from "./locate-photo.ts";
import type { ShellTextKey, Speech } from "./shell-speech.ts";

/** What the page, the menu and the command line make the shell do. */
export interface ShellCommands extends Omit<ShellActions, "addFoldersOf"> {
  /** Adds folders that the app was started with; whether at least one of them could be. */
  addFolders(paths: readonly string[]): Promise<boolean>;
  /** Adds the folders of files, and folders themselves; whether at least one of them could be. */
  addFoldersOf(paths: readonly string[]): Promise<boolean>;
}

export interface ShellCommandOptions {
  readonly engine: Transport;
  readonly dialog: Pick<Dialog, "showOpenDialog" | "showSaveDialog" | "showMessageBox">;
  readonly shell: Pick<Shell, "showItemInFolder">;
  readonly speech: Speech;
  /** The page speaks another language. */
  readonly useLanguage: ShellActions["useLanguage"];
}

function addFolderDialog(speech: Speech): OpenDialogOptions {
  return {
    title: speech.say("shell.add-folder"),
    buttonLabel: speech.say("shell.add-folder"),
    properties: ["openDirectory", "multiSelections"],
  };
}

function modelFileDialog(speech: Speech): OpenDialogOptions {
  return {
    title: speech.say("shell.model-file"),
    buttonLabel: speech.say("shell.model-file.use"),
    properties: ["openFile"],
    filters: [{ name: speech.say("shell.model-file.models"), extensions: ["onnx"] }],
  };
}

function createAttempt({
  dialog,
  speech,
}: Pick<ShellCommandOptions, "dialog" | "speech">): Attempt {
  return async (problem, work) => {
    try {
      return await work();
    } catch (error) {
      // Told here and not passed on: the bridge to the page keeps no more of an error than its text.
      if (!(error instanceof LibraryError)) throw error;
      const detail = speech.sayError(error);
      await dialog.showMessageBox({ type: "warning", message: speech.say(problem), detail });
      return undefined;
    }
  };
}

/** Like an attempt, and whether it went well. */
type Tell = (problem: ShellTextKey, work: () => Promise<unknown>) => Promise<boolean>;

/** Folders and photos that are somewhere else now. */
function locating({
  client,
  dialog,
  speech,
  tell,
}: Pick<ShellCommandOptions, "dialog" | "speech"> & {
  readonly client: Client<"shell">;
  readonly tell: Tell;
}): Pick<ShellActions, "locateFolder" | "locatePhoto"> {
  return {
    async locateFolder(id) {
      let isLocated = false;
      await tell("shell.locate-folder.failed", async () => {
        isLocated = await locateFolder({ client, dialog, speech, id });
      });
      return isLocated;
    },
    async locatePhoto(id) {
      let entry: number | null = null;
      await tell("shell.locate-photo.failed", async () => {
        entry = await locatePhoto({ client, dialog, speech, id });
      });
      return entry;
    },
  };
}

export function createShellCommands(options: ShellCommandOptions): ShellCommands {
  const { dialog, shell, speech } = options;
  const client: Client<"shell"> = createClient(options.engine);
  const attempt = createAttempt(options);

  async function tell(problem: ShellTextKey, work: () => Promise<unknown>): Promise<boolean> {
    return (await attempt(problem, async () => [await work()])) !== undefined;
  }

  /** Whether at least one of them was added. */
  async function addFolders(paths: readonly string[]): Promise<boolean> {
    let isAdded = false;
    for (const path of paths) {
      const add = () => client.request("folder.add", { path });
      if (await tell("shell.add-folder.failed", add)) isAdded = true;
    }
    return isAdded;
  }

  return {
    addFolders,
    useLanguage: options.useLanguage,
    addFoldersOf: async (paths) => addFolders(await foldersOf(paths)),
    async addFolder() {
      const { canceled, filePaths } = await dialog.showOpenDialog(addFolderDialog(speech));
      return !canceled && addFolders(filePaths);
    },
    ...locating({ client, dialog, speech, tell }),
    async chooseModelFile() {
      const { canceled, filePaths } = await dialog.showOpenDialog(modelFileDialog(speech));
      const path = filePaths[0];
      if (canceled || path === undefined) return false;
      return tell("shell.model-file.failed", () => client.request("model.useFile", { path }));
    },
    ...createExchangeCommands({ client, dialog, shell, speech, attempt }),
    async showInFolder(id) {
      await tell("shell.show-in-folder.failed", async () => {
        const { path } = await client.request("photo.path", { id });
        shell.showItemInFolder(path);
      });
    },
  };
}
