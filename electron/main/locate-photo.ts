import type { Dialog } from "electron";
import type { Client } from "../contract/client.ts";
import { LibraryError } from "../contract/errors.ts";
import type { PhotoId } from "../contract/photo.ts";
import type { Speech } from "./shell-speech.ts";

interface LocateOptions {
  readonly client: Client<"shell">;
  readonly dialog: Pick<Dialog, "showOpenDialog" | "showMessageBox">;
  readonly speech: Speech;
  readonly id: PhotoId;
}

/** Asks where the file of a missing photo is now; the number of the entry of the history, null when the user thought again. */
export async function locatePhoto({
  client,
  dialog,
  speech,
  id,
}: LocateOptions): Promise<number | null> {
  const { canceled, filePaths } = await dialog.showOpenDialog({
    title: speech.say("shell.locate-photo"),
    buttonLabel: speech.say("shell.locate-photo.here"),
    properties: ["openFile"],
  });
  const path = filePaths[0];
  if (canceled || path === undefined) return null;
  try {
    return (await client.request("photo.locate", { id, path })).entry;
  } catch (error) {
    if (!(error instanceof LibraryError) || error.code !== "photo-mismatch") throw error;
    if (!(await insists({ dialog, speech }, error))) return null;
    return (await client.request("photo.locate", { id, path, isForced: true })).entry;
  }
}

/** The file holds another picture; it may be an edited one, or what the user wants there. */
async function insists(
  { dialog, speech }: Pick<LocateOptions, "dialog" | "speech">,
  error: LibraryError,
): Promise<boolean> {
  const { response } = await dialog.showMessageBox({
    type: "question",
    message: speech.say("shell.locate-photo.mismatch"),
    detail: speech.sayError(error),
    buttons: [speech.say("shell.cancel"), speech.say("shell.locate-photo.insist")],
    cancelId: 0,
    defaultId: 0,
  });
  return response === 1;
}
