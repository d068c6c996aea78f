import type { IpcMain, IpcMainInvokeEvent, WebContents } from "electron";
import type { Reply, Transport } from "../contract/client.ts";
import { DroppedPaths } from "../contract/dropped-paths.ts";
import { limitTransport } from "../contract/limit-transport.ts";
import { ExchangeFormat } from "../contract/exchange.ts";
import { FolderId } from "../contract/folder.ts";
import { languages } from "../contract/language.ts";
import { ExportTarget } from "../contract/originals.ts";
import { PhotoId } from "../contract/photo.ts";
import { isRequestName } from "../contract/requests.ts";
import { shellChannels, type EngineState } from "../contract/shell.ts";
import { isPageUrl } from "./protocols.ts";
import type { ShellCommands } from "./shell-commands.ts";

type Sender = Pick<IpcMainInvokeEvent, "senderFrame">;

/** Answers what the page asks: questions for the engine, and what the shell does itself. */
export function servePage(
  ipc: Pick<IpcMain, "handle">,
  engine: Transport,
  commands: ShellCommands,
): void {
  const page = limitTransport(engine, ["renderer"]);
  ipc.handle(shellChannels.request, (event, name: unknown, input: unknown) => {
    assertFromPage(event);
    return isRequestName(name) ? page.send(name, input) : unknownRequest(name);
  });
  ipc.handle(shellChannels.addFolder, (event) => {
    assertFromPage(event);
    return commands.addFolder();
  });
  ipc.handle(shellChannels.addFoldersOf, (event, dropped: unknown) => {
    assertFromPage(event);
    return commands.addFoldersOf(DroppedPaths.parse(dropped));
  });
  ipc.handle(shellChannels.locateFolder, (event, id: unknown) => {
    assertFromPage(event);
    return commands.locateFolder(FolderId.parse(id));
  });
  ipc.handle(shellChannels.locatePhoto, (event, id: unknown) => {
    assertFromPage(event);
    return commands.locatePhoto(PhotoId.parse(id));
  });
  ipc.handle(shellChannels.chooseModelFile, (event) => {
    assertFromPage(event);
    return commands.chooseModelFile();
  });
  serveExchange(ipc, commands);
  ipc.handle(shellChannels.showInFolder, (event, id: unknown) => {
    assertFromPage(event);
    return commands.showInFolder(PhotoId.parse(id));
  });
  ipc.handle(shellChannels.useLanguage, (event, language: unknown) => {
    assertFromPage(event);
    return commands.useLanguage(languages.find((known) => known === language) ?? "en");
  });
}

/** The dialogs for what goes out and comes in. */
function serveExchange(ipc: Pick<IpcMain, "handle">, commands: ShellCommands): void {
  ipc.handle(shellChannels.chooseExportFolder, (event) => {
    assertFromPage(event);
    return commands.chooseExportFolder();
  });
  ipc.handle(shellChannels.chooseRowsFile, (event, format: unknown) => {
    assertFromPage(event);
    return commands.chooseRowsFile(ExchangeFormat.parse(format));
  });
  ipc.handle(shellChannels.chooseImport, (event, from: unknown) => {
    assertFromPage(event);
    return commands.chooseImport(from === "folder" ? "folder" : "file");
  });
  ipc.handle(shellChannels.showExported, (event, exported: unknown) => {
    assertFromPage(event);
    return commands.showExported(ExportTarget.parse(exported));
  });
}

/** A frame that the page might have been made to hold, or a page that took its place, gets no answer. */
function assertFromPage({ senderFrame }: Sender): void {
  if (senderFrame?.parent === null && isPageUrl(senderFrame.url)) return;
  throw new Error(
    `expected a message from the page but it is from ${senderFrame?.url ?? "no frame"}`,
  );
}

function unknownRequest(name: unknown): Reply {
  const message = `expected a request of the contract but got ${JSON.stringify(name)}`;
  return { ok: false, error: { code: "request-invalid", message } };
}

type Page = Pick<WebContents, "send">;

/** Passes the engine's events on to every window there is. */
export function sendEvents(engine: Transport, pages: () => readonly Page[]): void {
  engine.subscribe((event) => {
    for (const page of pages()) page.send(shellChannels.event, event);
  });
}

export function sendEngineState(state: EngineState, pages: readonly Page[]): void {
  for (const page of pages) page.send(shellChannels.engineState, state);
}
