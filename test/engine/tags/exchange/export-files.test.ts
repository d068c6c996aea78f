import { chmod, mkdir, readdir, readFile, writeFile } from "node:fs/promises";
import { expect, test } from "vitest";
import { ExportFiles } from "../../../../electron/engine/tags/exchange/export-files.ts";
import { tempFolder } from "../../../support/temp-folder.ts";

const mayWriteAnywhere = process.platform === "win32" || process.getuid?.() === 0;

test("a file is there when all of it is, and nothing else is", async () => {
  await using temp = await tempFolder();
  await using files = new ExportFiles();

  const { file } = await files.open(temp.at("tags.csv"));
  await files.append(file, "path\n");
  const whileWriting = await readdir(temp.path);
  await files.append(file, "a.jpg\n");
  await files.finish(file);
  await files.close(file);

  expect(files.formatOf.bind(files, file)).toThrow("expected a file for rows that is open");
  expect(whileWriting).not.toContain("tags.csv");
  expect(await readdir(temp.path)).toEqual(["tags.csv"]);
  expect(await readFile(temp.at("tags.csv"), "utf8")).toBe("path\na.jpg\n");
});

test("nothing is left of a file that is closed, or still open at the end", async () => {
  await using temp = await tempFolder();
  {
    await using files = new ExportFiles();
    const { file } = await files.open(temp.at("closed.csv"));
    await files.append(file, "path\n");
    await files.close(file);
    await files.append((await files.open(temp.at("open.jsonl"))).file, "{}\n");
  }

  expect(await readdir(temp.path)).toEqual([]);
});

test("a file that is there stays, also one that came while another was written, unless the user said otherwise", async () => {
  await using temp = await tempFolder();
  await using files = new ExportFiles();
  await writeFile(temp.at("old.csv"), "old");
  const { file } = await files.open(temp.at("new.csv"));
  await writeFile(temp.at("new.csv"), "another");
  const taken = { code: "file-exists" };

  await expect(files.open(temp.at("old.csv"))).rejects.toMatchObject(taken);
  await expect(files.finish(file)).rejects.toMatchObject(taken);
  const replacing = await files.open(temp.at("old.csv"), { isReplacing: true });
  await files.append(replacing.file, "rows");
  await files.finish(replacing.file);

  expect(await readFile(temp.at("new.csv"), "utf8")).toBe("another");
  expect(await readFile(temp.at("old.csv"), "utf8")).toBe("rows");
});

test("a name of no format, and a place that is none, are refused by name", async () => {
  await using temp = await tempFolder();
  await using files = new ExportFiles();

  await expect(files.open(temp.at("tags.txt"))).rejects.toMatchObject({
    code: "request-invalid",
    message: expect.stringMatching(/\.csv or \.jsonl but got .*tags\.txt$/) as string,
  });
  await expect(files.open(temp.at("nowhere", "tags.csv"))).rejects.toMatchObject({
    code: "folder-unavailable",
    message: expect.stringContaining("tags.csv") as string,
  });
});

test.skipIf(mayWriteAnywhere)(
  "a folder that may not be changed is told as read-only (not as the system's administrator, who may change every one)",
  async () => {
    await using temp = await tempFolder();
    await using files = new ExportFiles();
    await mkdir(temp.at("kept"));
    await chmod(temp.at("kept"), 0o500);

    await expect(files.open(temp.at("kept", "tags.csv"))).rejects.toMatchObject({
      code: "file-read-only",
    });
  },
);
