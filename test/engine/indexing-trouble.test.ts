import { copyFile, mkdir, rm, writeFile } from "node:fs/promises";
import path from "node:path";
import { expect, test } from "vitest";
import { createClient } from "../../electron/contract/client.ts";
import { openLibrary } from "../../electron/engine/open-library.ts";
import { PROJECT } from "../support/semblance.ts";
import { makePhoto } from "../support/tagged-library.ts";
import { tempFolder } from "../support/temp-folder.ts";

const PATIENT = { timeout: 20_000 };

test("that indexing cannot go on is told no longer than something waits for it", async () => {
  await using temp = await tempFolder();
  const model = temp.at("mine.onnx");
  const starter = path.join(PROJECT, "native-models/starter");
  await copyFile(path.join(starter, "starter-int8.onnx"), model);
  await copyFile(path.join(starter, "labels.json"), temp.at("labels.json"));
  const card = { labels: "labels.json", input: { resizePx: 146 } };
  await writeFile(temp.at("mine.json"), JSON.stringify(card));
  await mkdir(temp.at("photos"));
  await using library = await openLibrary({ libraryFolder: temp.at("library"), live: true, model });
  const client = createClient<"cli" | "renderer">(library.connect(["cli", "renderer"]));
  const notices = async () =>
    (await client.request("library.status", {})).notices.map(({ kind }) => kind);
  await rm(model);
  await writeFile(temp.at("photos/a.jpg"), await makePhoto());
  const { id } = await client.request("folder.add", { path: temp.at("photos") });
  await expect.poll(notices, PATIENT).toEqual(["indexing-stopped"]);

  await client.request("folder.remove", { id });
  await client.request("indexing.startAgain", {});

  await expect.poll(notices, PATIENT).toEqual([]);
});
