import { chmod, mkdir } from "node:fs/promises";
import { afterEach, expect, test, vi } from "vitest";
import { Places } from "../../../electron/engine/handlers/places.ts";
import { asPlainAccount, ignoresRights } from "../../support/plain-account.ts";
import { tempFolder } from "../../support/temp-folder.ts";

afterEach(() => void vi.unstubAllEnvs());

test.skipIf(ignoresRights)("a place that may not be read says so, and where it is", async () => {
  await using folder = await tempFolder();
  await chmod(folder.path, 0o755);
  await mkdir(folder.at("secret"));
  vi.stubEnv("HOME", folder.path);
  const places = new Places();
  const { places: inside } = await places.list();
  await chmod(folder.at("secret"), 0);

  const listing = asPlainAccount(() => places.list(inside[0]!.place));

  await expect(listing).rejects.toMatchObject({
    code: "folder-unavailable",
    message: `Your account may not read ${folder.at("secret")}.`,
  });
});
