import { mkdir } from "node:fs/promises";
import type { Dialog, MessageBoxOptions } from "electron";
import { expect, test } from "vitest";
import type { Reply } from "../../electron/contract/client.ts";
import { FolderId } from "../../electron/contract/folder.ts";
import { PhotoId } from "../../electron/contract/photo.ts";
import { createShellCommands } from "../../electron/main/shell-commands.ts";
import { ShellSpeech } from "../../electron/main/shell-speech.ts";
import { tell } from "../../electron/texts/tell.ts";
import { toldError } from "../../electron/texts/told-error.ts";
import { toWireError } from "../../electron/contract/errors.ts";
import { FakeEngine, ok } from "../link/fake-engine.ts";
import { tempFolder } from "../support/temp-folder.ts";

const overlaps: Reply = {
  ok: false,
  error: { code: "folder-overlaps", message: "inside another" },
};

function open(
  chosen: readonly string[] | undefined,
  answers: ConstructorParameters<typeof FakeEngine>[0] = {},
  pressed = 0,
) {
  const engine = new FakeEngine(answers);
  const speech = new ShellSpeech(() => {});
  const boxes: MessageBoxOptions[] = [];
  const shown: string[] = [];
  const dialog = {
    showOpenDialog: async () => ({ canceled: !chosen, filePaths: [...(chosen ?? [])] }),
    showSaveDialog: async () => ({ canceled: !chosen, filePath: chosen?.[0] ?? "" }),
    showMessageBox: async (options: MessageBoxOptions) => {
      boxes.push(options);
      return { response: pressed, checkboxChecked: false };
    },
  } as unknown as Pick<Dialog, "showOpenDialog" | "showSaveDialog" | "showMessageBox">;
  const commands = createShellCommands({
    engine: engine.connect(["shell"]),
    dialog,
    shell: { showItemInFolder: (path) => shown.push(path) },
    speech,
    useLanguage: (language) => speech.use(language),
  });
  return { commands, engine, boxes, shown };
}

test("the chosen folders are added", async () => {
  const { commands, engine } = open(["/photos", "/scans"]);

  const isAdded = await commands.addFolder();

  expect(isAdded).toBe(true);
  expect(engine.asked).toMatchObject([
    { name: "folder.add", input: { path: "/photos" } },
    { name: "folder.add", input: { path: "/scans" } },
  ]);
});

test("of dropped files the folder is added once, and a dropped folder itself", async () => {
  await using temp = await tempFolder();
  await mkdir(temp.at("scans"));
  const { commands, engine } = open(undefined);

  await commands.addFoldersOf([temp.at("a.jpg"), temp.at("b.jpg"), temp.at("scans")]);

  expect(engine.asked).toMatchObject([
    { name: "folder.add", input: { path: temp.path } },
    { name: "folder.add", input: { path: temp.at("scans") } },
  ]);
});

test("a cancelled dialog adds nothing", async () => {
  const { commands, engine } = open(undefined);

  expect(await commands.addFolder()).toBe(false);
  expect(engine.asked).toEqual([]);
});

test("a folder that cannot be added is told, and does not stop the next", async () => {
  let call = 0;
  const { commands, engine, boxes } = open(["/a/b", "/c"], {
    "folder.add": () => (call++ === 0 ? overlaps : ok({})),
  });

  const isAdded = await commands.addFolder();

  expect([isAdded, engine.asked.length]).toEqual([true, 2]);
  expect(boxes).toEqual([
    { type: "warning", message: "The folder could not be added.", detail: "inside another" },
  ]);
});

test("dialogs speak the language of the page, and so do the reasons that the engine gives", async () => {
  const inside = tell("refused.folder.inside", { path: "/a/b", other: "/a" });
  const error = toWireError(toldError("folder-overlaps", inside));
  const { commands, boxes } = open(["/a/b"], { "folder.add": () => ({ ok: false, error }) });

  await commands.useLanguage("es");
  await commands.addFolder();

  expect(boxes).toEqual([
    {
      type: "warning",
      message: "No se pudo añadir la carpeta.",
      detail: "/a/b está dentro de /a, que ya está en la biblioteca.",
    },
  ]);
});

test("a missing photo is linked to the file that the user chooses", async () => {
  const { commands, engine, boxes } = open(["/photos/a.jpg"], {
    "photo.locate": () => ok({ path: "/photos/a.jpg", entry: 12 }),
  });

  expect(await commands.locatePhoto(PhotoId.parse(7))).toBe(12);
  expect(engine.asked).toMatchObject([
    { name: "photo.locate", input: { id: 7, path: "/photos/a.jpg" } },
  ]);
  expect(boxes).toEqual([]);
});

test.each([
  [0, null, 1],
  [1, 12, 2],
])(
  "a file with a different picture is linked only if the user insists (button %i)",
  async (pressed, entry, times) => {
    const mismatch: Reply = {
      ok: false,
      error: { code: "photo-mismatch", message: "expected the picture of a.jpg" },
    };
    let call = 0;
    const { commands, engine, boxes } = open(
      ["/photos/b.jpg"],
      {
        "photo.locate": () => (call++ === 0 ? mismatch : ok({ path: "/photos/b.jpg", entry: 12 })),
      },
      pressed,
    );

    expect(await commands.locatePhoto(PhotoId.parse(7))).toBe(entry);
    expect(boxes).toMatchObject([
      {
        message: "This is a different picture. Link it anyway?",
        buttons: ["Cancel", "Link it anyway"],
      },
    ]);
    expect(engine.asked).toHaveLength(times);
  },
);

test("a file that a photo cannot be linked to is told with the reason", async () => {
  const { commands, boxes } = open(["/elsewhere/a.jpg"], {
    "photo.locate": () => ({
      ok: false,
      error: { code: "file-outside", message: "expected a file in a folder of the library" },
    }),
  });

  expect(await commands.locatePhoto(PhotoId.parse(7))).toBeNull();
  expect(boxes).toMatchObject([
    { type: "warning", detail: "expected a file in a folder of the library" },
  ]);
});

test("a folder is located where the user says", async () => {
  const { commands, engine, boxes } = open(["/archive/photos"]);

  const isLocated = await commands.locateFolder(FolderId.parse(3));

  expect(isLocated).toBe(true);
  expect(engine.asked).toMatchObject([
    { name: "folder.relocate", input: { id: 3, path: "/archive/photos" } },
  ]);
  expect(boxes).toEqual([]);
});

test.for([
  ["insists", 1, true, [undefined, true]],
  ["thinks again", 0, false, [undefined]],
] as const)(
  "where the folder's photos are not, the user is asked, and %s",
  async ([, pressed, isLocated, forced]) => {
    const mismatch: Reply = {
      ok: false,
      error: { code: "folder-mismatch", message: "found 0 of 40" },
    };
    const first = [mismatch];
    const answer = () => first.pop() ?? ok({});
    const { commands, engine, boxes } = open(["/other"], { "folder.relocate": answer }, pressed);

    expect(await commands.locateFolder(FolderId.parse(3))).toBe(isLocated);
    expect(boxes).toMatchObject([{ type: "question", detail: "found 0 of 40", defaultId: 0 }]);
    expect(engine.asked.map(({ input }) => (input as { isForced?: boolean }).isForced)).toEqual(
      forced,
    );
  },
);

test("the chosen model file is used", async () => {
  const { commands, engine } = open(["/downloads/other.onnx"]);

  const isUsed = await commands.chooseModelFile();

  expect(isUsed).toBe(true);
  expect(engine.asked).toMatchObject([
    { name: "model.useFile", input: { path: "/downloads/other.onnx" } },
  ]);
});

test("no model file is used when the dialog is cancelled", async () => {
  const { commands, engine } = open(undefined);

  expect(await commands.chooseModelFile()).toBe(false);
  expect(engine.asked).toEqual([]);
});

test("a model file that cannot be used is told", async () => {
  const { commands, boxes } = open(["/downloads/cat.onnx"], {
    "model.useFile": () => ({
      ok: false,
      error: { code: "model-invalid", message: "expected a classifier but got a detector" },
    }),
  });

  const isUsed = await commands.chooseModelFile();

  expect(isUsed).toBe(false);
  expect(boxes).toEqual([
    {
      type: "warning",
      message: "The model file cannot be used.",
      detail: "expected a classifier but got a detector",
    },
  ]);
});

test("a folder for copies is opened by the engine, and the page gets its name for it", async () => {
  const target = "11111111-1111-4111-8111-111111111111";
  const { commands, engine } = open(["/prints"], {
    "export.open": () => ok({ target, path: "/prints" }),
  });

  expect(await commands.chooseExportFolder()).toEqual({ target, path: "/prints" });
  expect(engine.asked).toMatchObject([{ name: "export.open", input: { path: "/prints" } }]);
});

test("a folder that cannot take copies is told, and a cancelled dialog is not", async () => {
  const refused = open(["/photos/2024"], {
    "export.open": () => ({
      ok: false,
      error: { code: "folder-overlaps", message: "inside the library" },
    }),
  });
  const cancelled = open(undefined);

  expect(await refused.commands.chooseExportFolder()).toBeNull();
  expect(await cancelled.commands.chooseExportFolder()).toBeNull();

  expect(refused.boxes).toEqual([
    {
      type: "warning",
      message: "The photos cannot be copied there.",
      detail: "inside the library",
    },
  ]);
  expect(cancelled.boxes).toEqual([]);
});

const TOKEN = "22222222-2222-4222-8222-222222222222";
const openedFile = {
  "exchange.openFile": (input: unknown) =>
    ok({ file: TOKEN, path: (input as { path: string }).path }),
};

test("a file for tags is opened by the engine, over one that the dialog asked about, and shown by the page's name for it", async () => {
  const { commands, engine, shown } = open(["/out/trip.CSV"], openedFile);

  const opened = await commands.chooseRowsFile("csv");
  await commands.showExported(TOKEN);
  await commands.showExported("33333333-3333-4333-8333-333333333333");

  expect(opened).toEqual({ file: TOKEN, path: "/out/trip.CSV" });
  expect(engine.asked).toMatchObject([
    { name: "exchange.openFile", input: { path: "/out/trip.CSV", isReplacing: true } },
  ]);
  expect(shown).toEqual(["/out/trip.CSV"]);
});

test("a name without its ending gets it, and then replaces nothing that nobody was asked about", async () => {
  const { commands, engine } = open(["/out/trip"], openedFile);

  await commands.chooseRowsFile("jsonl");

  expect(engine.asked).toMatchObject([
    { name: "exchange.openFile", input: { path: "/out/trip.jsonl", isReplacing: false } },
  ]);
});

test.each(["file", "folder"] as const)(
  "a %s to import from is opened by the engine",
  async (from) => {
    const answer = { session: "7", kind: "csv", name: "trip.csv" };
    const { commands, engine } = open(["/in/trip.csv"], {
      "exchange.openImport": () => ok(answer),
    });

    expect(await commands.chooseImport(from)).toEqual(answer);
    expect(engine.asked).toMatchObject([
      { name: "exchange.openImport", input: { path: "/in/trip.csv" } },
    ]);
  },
);

test("what cannot be written or imported is told, and cancelled dialogs are not", async () => {
  const refusal: Reply = { ok: false, error: { code: "request-invalid", message: "no rows" } };
  const refused = open(["/in/trip.txt"], {
    "exchange.openImport": () => refusal,
    "exchange.openFile": () => refusal,
  });
  const cancelled = open(undefined);

  for (const { commands } of [refused, cancelled])
    expect([await commands.chooseImport("file"), await commands.chooseRowsFile("csv")]).toEqual([
      null,
      null,
    ]);

  expect(refused.boxes).toEqual([
    { type: "warning", message: "This cannot be imported.", detail: "no rows" },
    { type: "warning", message: "The tags cannot be written there.", detail: "no rows" },
  ]);
  expect(cancelled.boxes).toEqual([]);
});

test("a photo is shown where the engine says that it is", async () => {
  const { commands, engine, shown } = open(undefined, {
    "photo.path": () => ok({ path: "/photos/bee.jpg" }),
  });

  await commands.showInFolder(PhotoId.parse(7));

  expect(shown).toEqual(["/photos/bee.jpg"]);
  expect(engine.asked).toMatchObject([{ name: "photo.path", input: { id: 7 } }]);
});

test("a photo that has gone is told", async () => {
  const { commands, boxes, shown } = open(undefined, {
    "photo.path": () => ({ ok: false, error: { code: "file-missing", message: "it is gone" } }),
  });

  await commands.showInFolder(PhotoId.parse(7));

  expect(shown).toEqual([]);
  expect(boxes).toMatchObject([{ detail: "it is gone" }]);
});
