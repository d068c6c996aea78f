import { expect, test } from "vitest";
import { sendEngineState, sendEvents, servePage } from "../../electron/main/ipc.ts";
import type { ShellCommands } from "../../electron/main/shell-commands.ts";
import { FakeEngine, ok, progress } from "../link/fake-engine.ts";
import { IpcStandIn, PAGE_FRAME, PageStandIn } from "./electron-stand-in.ts";

function serve(engine = new FakeEngine({ "tag.list": () => ok([]) })) {
  const ipc = new IpcStandIn();
  const done: unknown[] = [];
  const commands: ShellCommands = {
    addFolder: async () => done.push("addFolder") > 0,
    addFolders: async () => true,
    addFoldersOf: async (paths) => done.push({ foldersOf: paths }) > 0,
    locateFolder: async (id) => done.push({ locate: id }) > 0,
    locatePhoto: async (id) => done.push({ photo: id }),
    chooseModelFile: async () => done.push("chooseModelFile") > 0,
    chooseExportFolder: async () => {
      done.push("chooseExportFolder");
      return null;
    },
    chooseRowsFile: async (format) => {
      done.push({ rows: format });
      return null;
    },
    chooseImport: async (from) => {
      done.push({ import: from });
      return null;
    },
    showExported: async (exported) => void done.push({ show: exported }),
    showInFolder: async (id) => void done.push(id),
    useLanguage: async (language) => void done.push({ language }),
  };
  servePage(ipc, engine.connect(["renderer", "shell", "media"]), commands);
  return { ipc, engine, done };
}

test("the page's questions go to the engine and come back as replies", async () => {
  const { ipc, engine } = serve();

  const reply = await ipc.invoke("request", PAGE_FRAME, "tag.list", {});

  expect(reply).toEqual(ok([]));
  expect(engine.asked).toMatchObject([{ name: "tag.list", input: {} }]);
});

test.each([
  ["photo.path", "request-forbidden"],
  ["folder.add", "request-forbidden"],
  ["model.useFile", "request-forbidden"],
  ["file.embed", "request-forbidden"],
  ["media.preview", "request-forbidden"],
  ["place.list", "request-forbidden"],
  ["exchange.openFile", "request-forbidden"],
  ["exchange.openImport", "request-forbidden"],
  ["toString", "request-invalid"],
  [7, "request-invalid"],
])("the page may not ask %s", async (name, code) => {
  const { ipc, engine } = serve();

  const reply = await ipc.invoke("request", PAGE_FRAME, name, {});

  expect(reply).toMatchObject({ ok: false, error: { code } });
  expect(engine.asked).toEqual([]);
});

test("the page makes the shell act", async () => {
  const { ipc, done } = serve();

  const isAdded = await ipc.invoke("add-folder", PAGE_FRAME);
  const isLocated = await ipc.invoke("locate-folder", PAGE_FRAME, 3);
  const entry = await ipc.invoke("locate-photo", PAGE_FRAME, 5);
  const isUsed = await ipc.invoke("choose-model-file", PAGE_FRAME);
  const target = await ipc.invoke("choose-export-folder", PAGE_FRAME);
  await ipc.invoke("show-in-folder", PAGE_FRAME, 7);

  expect([isAdded, isLocated, entry, isUsed, target]).toEqual([true, true, 3, true, null]);
  expect(done).toEqual([
    ...["addFolder", { locate: 3 }, { photo: 5 }],
    ...["chooseModelFile", "chooseExportFolder", 7],
  ]);
});

test("the page says which language it speaks, and another is none", async () => {
  const { ipc, done } = serve();

  await ipc.invoke("use-language", PAGE_FRAME, "pt");
  await ipc.invoke("use-language", PAGE_FRAME, "../evil");

  expect(done).toEqual([{ language: "pt" }, { language: "en" }]);
});

test("the page asks for the dialogs of exports and imports, and names what was exported by its token", async () => {
  const { ipc, done } = serve();
  const token = "22222222-2222-4222-8222-222222222222";

  await ipc.invoke("choose-rows-file", PAGE_FRAME, "jsonl");
  await ipc.invoke("choose-import", PAGE_FRAME, "folder");
  await ipc.invoke("show-exported", PAGE_FRAME, token);

  expect(done).toEqual([{ rows: "jsonl" }, { import: "folder" }, { show: token }]);
  await expect(ipc.invoke("choose-rows-file", PAGE_FRAME, "exe")).rejects.toThrow();
  await expect(ipc.invoke("show-exported", PAGE_FRAME, "/etc/passwd")).rejects.toThrow();
});

test("folders of what was dropped are added by their paths, which the preload script says", async () => {
  const { ipc, done } = serve();

  const isAdded = await ipc.invoke("add-folders-of", PAGE_FRAME, ["/photos/a.jpg"]);

  expect([isAdded, done]).toEqual([true, [{ foldersOf: ["/photos/a.jpg"] }]]);
  await expect(ipc.invoke("add-folders-of", PAGE_FRAME, [])).rejects.toThrow();
  await expect(ipc.invoke("add-folders-of", PAGE_FRAME, "/photos")).rejects.toThrow();
});

test.each([0, "7", { path: "/etc/passwd" }, undefined])("%j is not a photo to show", async (id) => {
  const { ipc, done } = serve();

  await expect(ipc.invoke("show-in-folder", PAGE_FRAME, id)).rejects.toThrow();

  expect(done).toEqual([]);
});

test.each([
  ["a page from elsewhere", { url: "https://evil.example/", parent: null }],
  ["a page that looks like ours", { url: "app://semblance.evil/index.html", parent: null }],
  ["a frame inside the page", { url: "app://semblance/index.html", parent: {} }],
  ["a frame that has gone", null],
])("%s gets no answer on any channel", async (_, frame) => {
  const { ipc, engine, done } = serve();

  const calls = [
    ipc.invoke("request", frame, "tag.list", {}),
    ipc.invoke("add-folder", frame),
    ipc.invoke("add-folders-of", frame, ["/photos"]),
    ipc.invoke("choose-model-file", frame),
    ipc.invoke("choose-rows-file", frame, "csv"),
    ipc.invoke("choose-import", frame, "file"),
    ipc.invoke("show-exported", frame, "22222222-2222-4222-8222-222222222222"),
    ipc.invoke("show-in-folder", frame, 7),
  ];

  for (const call of calls) await expect(call).rejects.toThrow("expected a message from the page");
  expect([engine.asked, done]).toEqual([[], []]);
});

test("events and the engine's state reach every window", () => {
  const engine = new FakeEngine();
  const pages = [new PageStandIn(), new PageStandIn()];
  sendEvents(engine.connect(["renderer"]), () => pages);

  engine.emit(progress(1));
  sendEngineState("restarting", pages);

  const expected = [
    ["event", progress(1)],
    ["engine-state", "restarting"],
  ];
  expect(pages.map((page) => page.received)).toEqual([expected, expected]);
});
