import path from "node:path";
import { expect, test } from "vitest";
import { copyPhotos } from "../support/fixtures.ts";
import { semblance, semblanceJson } from "../support/semblance.ts";
import { tempFolder } from "../support/temp-folder.ts";

test("turn turns photos to a side, says so in the history, and refuses what is no way to turn", async () => {
  await using temp = await tempFolder();
  const photos = temp.at("photos");
  await copyPhotos(["rclip/bee.jpg", "immich/prairie_falcon.jpg"], photos);
  const library = ["--library", temp.at("library")];
  await semblanceJson(["index", photos, ...library]);
  const files = ["bee.jpg", "prairie_falcon.jpg"].map((name) => path.join(photos, name));

  const turned = await semblance(["turn", ...files, "left", ...library]);
  const undone = await semblance(["undo", ...library]);
  const refused = await semblance(["turn", ...files, ...library]);

  expect(turned.stdout).toBe("Turned 2 of 2 photos\n");
  expect(undone.stdout).toBe("Undone: Turned 2 photos to the left\n");
  expect(refused.code).not.toBe(0);
  expect(refused.stderr).toContain("expected photos and then left, right or 180");
}, 180_000);
