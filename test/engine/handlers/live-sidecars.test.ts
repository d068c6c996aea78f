import { copyFile, mkdir, rm, writeFile } from "node:fs/promises";
import path from "node:path";
import { expect, test } from "vitest";
import { createClient } from "../../../electron/contract/client.ts";
import { openLibrary } from "../../../electron/engine/open-library.ts";
import { FIXTURES } from "../../support/fixtures.ts";
import { tempFolder } from "../../support/temp-folder.ts";
import { until } from "../../support/until.ts";

function sidecar(keyword: string): string {
  return `<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
    <rdf:Description xmlns:dc="http://purl.org/dc/elements/1.1/">
      <dc:subject><rdf:Bag><rdf:li>${keyword}</rdf:li></rdf:Bag></dc:subject>
    </rdf:Description></rdf:RDF></x:xmpmeta>`;
}

test("a sidecar that comes, changes and goes while the library is open changes the imported tags alone", async () => {
  await using temp = await tempFolder();
  await mkdir(temp.at("photos"));
  await copyFile(path.join(FIXTURES, "rclip/bee.jpg"), temp.at("photos", "bee.jpg"));
  await using library = await openLibrary({ libraryFolder: temp.at("library"), live: true });
  const client = createClient<"cli" | "renderer">(library.connect(["cli", "renderer"]));
  const bee = async () => (await client.request("photo.page", { query: "", limit: 5 })).photos[0];
  const tagsAre = (...tags: string[]) =>
    until(`the tags are ${tags.join()}`, async () => (await bee())?.tags.join() === tags.join());
  const states = new Set<string>();
  library.connect(["cli"]).subscribe((event) => {
    if (event.name === "photo.changed")
      for (const { kind } of event.payload.changes) states.add(kind);
  });
  await client.request("folder.add", { path: temp.at("photos") });
  // Told after it is so.
  await until("the photo is reported as indexed", async () => states.has("indexed"));
  states.clear();
  const { id } = (await bee())!;
  await client.request("tag.add", { tag: "mine", photos: [id] });

  await writeFile(temp.at("photos", "bee.xmp"), sidecar("first"));
  await tagsAre("first", "mine");
  await writeFile(temp.at("photos", "bee.xmp"), sidecar("second"));
  await tagsAre("mine", "second");
  await rm(temp.at("photos", "bee.xmp"));
  await tagsAre("mine");

  expect(await bee()).toMatchObject({ id, state: "indexed" });
  expect(states).not.toContain("indexed");
});
