import { EventEmitter } from "node:events";
import { expect, test } from "vitest";
import { FolderId } from "../../electron/contract/folder.ts";
import { PhotoId } from "../../electron/contract/photo.ts";
import { createBridge, type PageIpc } from "../../electron/preload/bridge.ts";
import { progress } from "../link/fake-engine.ts";

/** Stands for `ipcRenderer`. */
class IpcStandIn extends EventEmitter {
  readonly invoked: unknown[][] = [];

  invoke(...args: unknown[]): Promise<unknown> {
    this.invoked.push(args);
    return Promise.resolve({ ok: true, value: args.length });
  }
}

function open() {
  const ipc = new IpcStandIn();
  // A file that a page made up is nowhere.
  const files = { getPathForFile: ({ name }: File) => (name === "" ? "" : `/photos/${name}`) };
  return { ipc, bridge: createBridge(ipc as unknown as PageIpc, files) };
}

test("a question goes out by name and its reply comes back as a plain value", async () => {
  const { ipc, bridge } = open();

  const reply = await bridge.send("tag.list", { photo: 7 });

  expect(ipc.invoked).toEqual([["request", "tag.list", { photo: 7 }]]);
  expect(reply).toEqual({ ok: true, value: 3 });
});

test("events arrive without the sender, until the subscription ends", () => {
  const { ipc, bridge } = open();
  const seen: unknown[][] = [];

  const unsubscribe = bridge.subscribe((...args) => seen.push(args));
  ipc.emit("event", { sender: ipc }, progress(1));
  unsubscribe();
  ipc.emit("event", { sender: ipc }, progress(2));

  expect(seen).toEqual([[progress(1)]]);
  expect(ipc.listenerCount("event")).toBe(0);
});

test("two subscriptions end one by one", () => {
  const { ipc, bridge } = open();
  const seen: string[] = [];

  const first = bridge.onEngineState((state) => seen.push(`first ${state}`));
  bridge.onEngineState((state) => seen.push(`second ${state}`));
  first();
  ipc.emit("engine-state", {}, "restarting");

  expect(seen).toEqual(["second restarting"]);
});

test("the shell's actions go out on channels of their own", async () => {
  const { ipc, bridge } = open();

  await bridge.shell.addFolder();
  await bridge.shell.locateFolder(FolderId.parse(3));
  await bridge.shell.locatePhoto(PhotoId.parse(5));
  await bridge.shell.chooseModelFile();
  await bridge.shell.chooseExportFolder();
  await bridge.shell.showInFolder(PhotoId.parse(7));
  await bridge.shell.useLanguage("pt");

  expect(ipc.invoked).toEqual([
    ["add-folder"],
    ["locate-folder", 3],
    ["locate-photo", 5],
    ["choose-model-file"],
    ["choose-export-folder"],
    ["show-in-folder", 7],
    ["use-language", "pt"],
  ]);
});

test("of dropped files the paths go out, and those that are on no disk stay", async () => {
  const { ipc, bridge } = open();

  const outcome = await bridge.shell.addFoldersOf([{ name: "a.jpg" }, { name: "" }]);
  const nowhere = await bridge.shell.addFoldersOf([{ name: "" }]);

  expect([outcome, nowhere]).toEqual(["added", "nowhere"]);
  expect(ipc.invoked).toEqual([["add-folders-of", ["/photos/a.jpg"]]]);
});

test("the page sees these members and no others", () => {
  const { bridge } = open();

  expect(Object.keys(bridge).sort()).toEqual(["onEngineState", "send", "shell", "subscribe"]);
});
