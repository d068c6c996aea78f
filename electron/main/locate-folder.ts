import type { Dialog } from "electron";
import type { Client } from "../contract/client.ts";
import { LibraryError } from "../contract/errors.ts";
import type { FolderId } from "../contract/folder.ts";
import type { Speech } from "./shell-speech.ts";

interface LocateOptions {
  readonly client: Client<"shell">;
  readonly dialog: Pick<Dialog, "showOpenDialog" | "showMessageBox">;
  readonly speech: Speech;
  readonly id: FolderId;
}

/** Asks where a folder is now and has it followed there; false when the user thought again. */
export async function locateFolder({
  client,
  dialog,
  speech,
  id,
}: LocateOptions): Promise<boolean> {
  const { canceled, filePaths } = await dialog.showOpenDialog({
    title: speech.say("shell.locate-folder"),
    buttonLabel: speech.say("shell.locate-folder.here"),
    properties: ["openDirectory"],
  });
  const path = filePaths[0];
  if (canceled || path === undefined) return false;
  try {
    await client.request("folder.relocate", { id, path });
  } catch (error) {
    if (!(error instanceof LibraryError) || error.code !== "folder-mismatch") throw error;
    if (!(await insists({ dialog, speech }, error))) return false;
    await client.request("folder.relocate", { id, path, isForced: true });
  }
  return true;
}

/** Where the folder's photos are not, it may be followed all the same. */
async function insists(
  { dialog, speech }: Pick<LocateOptions, "dialog" | "speech">,
  error: LibraryError,
): Promise<boolean> {
  const { response } = await dialog.showMessageBox({
    type: "question",
    message: speech.say("shell.locate-folder.mismatch"),
    detail: speech.sayError(error),
    buttons: [speech.say("shell.cancel"), speech.say("shell.locate-folder.insist")],
    cancelId: 0,
    defaultId: 0,
  });
  return response === 1;
}
