import { mkdir, truncate, writeFile } from "node:fs/promises";
import { expect, test } from "vitest";
import { createClient } from "../../../electron/contract/client.ts";
import { openLibrary } from "../../../electron/engine/open-library.ts";
import { writeMp4 } from "../../support/mp4-writer.ts";
import { tempFolder } from "../../support/temp-folder.ts";
import { until } from "../../support/until.ts";

/** Holes take no room on the disk, and as long as anything else to be read: minutes. */
const SIZE_BYTES = 200e9;

test("a library closes at once while a large video is being read, which waits for the next time", async () => {
  await using temp = await tempFolder();
  await mkdir(temp.at("photos"));
  await writeFile(temp.at("photos", "long.mp4"), writeMp4());
  await truncate(temp.at("photos", "long.mp4"), SIZE_BYTES);
  const libraryFolder = temp.at("library");
  const library = await openLibrary({ libraryFolder, live: false });
  const client = createClient<"cli">(library.connect(["cli"]));
  const run = client.request("library.index", { paths: [temp.at("photos")] });
  run.catch(() => undefined); // How a run ends that is cut short is told below.
  const status = async () => (await client.request("library.status", {})).counts;
  await until("the video is seen", async () => (await status()).photos === 1);

  await library[Symbol.asyncDispose]();

  await expect(run).rejects.toThrow();
  await using again = await openLibrary({ libraryFolder, live: false });
  const { photos } = await createClient<"cli">(again.connect(["cli"])).request("photo.page", {
    query: "",
    limit: 5,
  });
  expect(photos).toMatchObject([{ name: "long.mp4", state: "seen" }]);
});
