import { mkdir, realpath, symlink } from "node:fs/promises";
import path from "node:path";
import { expect, test } from "vitest";
import { readMounts } from "../../../../electron/engine/watching/volumes/read-mounts.ts";
import { volumeNames } from "../../../../electron/engine/watching/volumes/volume-names.ts";
import { systemVolumes } from "../../../../electron/engine/watching/volumes/volumes.ts";
import { tempFolder } from "../../../support/temp-folder.ts";

test("a folder on this machine has a place on its volume, and is found there again", async () => {
  await using folder = await tempFolder();
  await mkdir(folder.at("photos"));

  const place = (await systemVolumes.placeOf(folder.at("photos")))!;
  const found = await systemVolumes.find(place);

  expect(place.path).toMatch(/photos$/);
  expect(found.map(({ path: at }) => at)).toContain(folder.at("photos"));
});

test("a folder that is not there has no place", async () => {
  await using folder = await tempFolder();

  expect(await systemVolumes.placeOf(folder.at("nowhere"))).toBeUndefined();
});

test("a folder of this machine reports its changes", async () => {
  await using folder = await tempFolder();

  expect(await systemVolumes.isNetwork(folder.path)).toBe(false);
});

test.skipIf(process.platform !== "linux")("Linux's own mount table is understood", async () => {
  const mounts = await readMounts();

  expect(mounts.map(({ mountPoint }) => mountPoint)).toContain("/");
});

test.skipIf(process.platform !== "linux")(
  "a volume on Linux has its UUID for a name, a share its address, and what is in memory none",
  async () => {
    await using temp = await tempFolder();
    const device = await realpath("/dev/null"); // Any file stands for a device: only its path counts.
    await mkdir(temp.at("by-uuid"));
    await symlink(device, temp.at("by-uuid", "1234-ABCD"));
    await symlink("/dev/no-such-device", temp.at("by-uuid", "dangling"));
    const mount = { mountPoint: "/m", root: "/", type: "exfat", source: device };
    const mounts = [
      mount,
      { ...mount, type: "nfs4", source: "nas:/export" },
      { ...mount, type: "tmpfs", source: "none" },
      { ...mount, source: path.join(temp.path, "another-device") },
    ];

    const names = await volumeNames(mounts, temp.at("by-uuid"));

    expect(mounts.map((one) => names.get(one))).toEqual([
      "uuid:1234-ABCD",
      "nfs4:nas:/export",
      undefined,
      undefined,
    ]);
  },
);
