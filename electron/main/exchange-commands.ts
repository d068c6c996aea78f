import type { Dialog, OpenDialogOptions, Shell } from "electron";
import { extname } from "node:path";
import type { Client } from "../contract/client.ts";
import type { ExchangeFormat } from "../contract/exchange.ts";
import type { ImportChoice, ShellActions } from "../contract/shell.ts";
import type { ShellTextKey, Speech } from "./shell-speech.ts";

type ExchangeCommands = Pick<
  ShellActions,
  "chooseExportFolder" | "chooseRowsFile" | "chooseImport" | "showExported"
>;

/** Does something for the user and tells what is in its way; undefined where it was not done. */
export type Attempt = <T>(problem: ShellTextKey, work: () => Promise<T>) => Promise<T | undefined>;

export interface ExchangeOptions {
  readonly client: Client<"shell">;
  readonly dialog: Pick<Dialog, "showOpenDialog" | "showSaveDialog">;
  readonly shell: Pick<Shell, "showItemInFolder">;
  readonly speech: Pick<Speech, "say">;
  readonly attempt: Attempt;
}

function exportFolderDialog(speech: ExchangeOptions["speech"]): OpenDialogOptions {
  return {
    title: speech.say("shell.export-folder"),
    buttonLabel: speech.say("shell.export-folder.here"),
    properties: ["openDirectory", "createDirectory"],
  };
}

const formatNames: Readonly<Record<ExchangeFormat, string>> = { csv: "CSV", jsonl: "JSON Lines" };

function importDialog(from: ImportChoice, speech: ExchangeOptions["speech"]): OpenDialogOptions {
  const buttonLabel = speech.say("shell.read");
  if (from === "folder")
    return {
      title: speech.say("shell.import-tags.folder"),
      buttonLabel,
      properties: ["openDirectory"],
    };
  const extensions = ["csv", "jsonl", "ndjson", "db"];
  return {
    title: speech.say("shell.import-tags"),
    buttonLabel,
    properties: ["openFile"],
    filters: [{ name: "CSV, JSON Lines, digiKam", extensions }],
  };
}

/** What goes out to files and folders, and comes in from them: the user chooses them in the system's dialogs, and the page gets names for them. */
export function createExchangeCommands(options: ExchangeOptions): ExchangeCommands {
  const { client, dialog, shell, speech, attempt } = options;
  /** What was chosen, by the names that the page has. */
  const chosen = new Map<string, string>();

  async function chooseOne(asked: OpenDialogOptions): Promise<string | undefined> {
    const { canceled, filePaths } = await dialog.showOpenDialog(asked);
    return canceled ? undefined : filePaths[0];
  }

  return {
    async chooseExportFolder() {
      const path = await chooseOne(exportFolderDialog(speech));
      if (path === undefined) return null;
      const opened = await attempt("shell.export-folder.failed", () =>
        client.request("export.open", { path }),
      );
      if (opened) chosen.set(opened.target, opened.path);
      return opened ?? null;
    },
    async chooseRowsFile(format) {
      const { canceled, filePath } = await dialog.showSaveDialog({
        title: speech.say("shell.export-tags"),
        buttonLabel: speech.say("shell.export"),
        defaultPath: `semblance-tags.${format}`,
        filters: [{ name: formatNames[format], extensions: [format] }],
        properties: ["createDirectory", "showOverwriteConfirmation"],
      });
      if (canceled || filePath === "") return null;
      // Some systems leave the ending to the user; what they then asked about is another file.
      const isReplacing = extname(filePath).toLowerCase() === `.${format}`;
      const path = isReplacing ? filePath : `${filePath}.${format}`;
      const opened = await attempt("shell.export-tags.failed", () =>
        client.request("exchange.openFile", { path, isReplacing }),
      );
      if (opened) chosen.set(opened.file, opened.path);
      return opened ?? null;
    },
    async chooseImport(from) {
      const path = await chooseOne(importDialog(from, speech));
      if (path === undefined) return null;
      const opened = await attempt("shell.import-tags.failed", () =>
        client.request("exchange.openImport", { path }),
      );
      return opened ?? null;
    },
    async showExported(exported) {
      const path = chosen.get(exported);
      if (path !== undefined) shell.showItemInFolder(path);
      return Promise.resolve();
    },
  };
}
