import { expect, test } from "vitest";
import {
  isAtOrBelow,
  mountOf,
  pathBelow,
} from "../../../../electron/engine/watching/volumes/mount.ts";
import {
  isNetworkMount,
  isUncPath,
} from "../../../../electron/engine/watching/volumes/network-types.ts";
import {
  parseMountCommand,
  parseMountinfo,
} from "../../../../electron/engine/watching/volumes/parse-mounts.ts";

const MOUNTINFO = String.raw`22 1 8:2 / / rw,relatime shared:1 - ext4 /dev/sda2 rw
36 22 8:17 / /media/me/My\040Disk rw,nosuid shared:290 master:2 - exfat /dev/sdb1 rw,uid=1000
37 22 0:44 /@photos /srv/photos rw - btrfs /dev/sdc1 rw,subvol=/@photos
38 22 0:50 / /mnt/nas rw - nfs4 nas:/export/photos rw,vers=4.2
39 22 8:2 /home/me/photos /mnt/bound rw - ext4 /dev/sda2 rw`;

test("Linux's mount table is read with its escapes, optional tags, subvolumes and bind mounts", () => {
  expect(parseMountinfo(`${MOUNTINFO}\n`)).toEqual([
    { mountPoint: "/", root: "/", type: "ext4", source: "/dev/sda2" },
    { mountPoint: "/media/me/My Disk", root: "/", type: "exfat", source: "/dev/sdb1" },
    { mountPoint: "/srv/photos", root: "/@photos", type: "btrfs", source: "/dev/sdc1" },
    { mountPoint: "/mnt/nas", root: "/", type: "nfs4", source: "nas:/export/photos" },
    { mountPoint: "/mnt/bound", root: "/home/me/photos", type: "ext4", source: "/dev/sda2" },
  ]);
});

test("what mount prints on macOS is read, with blanks and brackets in names", () => {
  const text = [
    "/dev/disk3s1s1 on / (apfs, sealed, local, read-only, journaled)",
    "//me@nas._smb._tcp.local/Photos on /Volumes/Photos (2) (smbfs, nodev, nosuid, mounted by me)",
    "/dev/disk4s1 on /Volumes/My Disk (msdos, local, nodev)",
  ].join("\n");

  expect(parseMountCommand(text)).toEqual([
    { source: "/dev/disk3s1s1", mountPoint: "/", type: "apfs", root: "/" },
    {
      source: "//me@nas._smb._tcp.local/Photos",
      mountPoint: "/Volumes/Photos (2)",
      type: "smbfs",
      root: "/",
    },
    { source: "/dev/disk4s1", mountPoint: "/Volumes/My Disk", type: "msdos", root: "/" },
  ]);
});

test("a path is on the longest mount above it, and on the last of several at one place", () => {
  const mounts = parseMountinfo(MOUNTINFO);
  const covering = { ...mounts[3]!, type: "tmpfs" };

  expect(mountOf("/media/me/My Disk/2023", mounts)?.type).toBe("exfat");
  expect(mountOf("/media/me/My Disks", mounts)?.mountPoint).toBe("/");
  expect(mountOf("/mnt/nas", mounts)?.type).toBe("nfs4");
  expect(mountOf("/mnt/nas/a", [...mounts, covering])?.type).toBe("tmpfs");
});

test("what is behind a mount point has no separator in front", () => {
  expect(pathBelow("/mnt/nas/a/b", "/mnt/nas")).toBe("a/b");
  expect(pathBelow("/a", "/")).toBe("a");
  expect(pathBelow("/mnt/nas", "/mnt/nas")).toBe("");
  expect(isAtOrBelow("D:\\Photos", "D:\\")).toBe(true);
});

test("network file systems are told by their type, shares by their path", () => {
  const network = parseMountinfo(MOUNTINFO).filter(isNetworkMount);

  expect(network.map(({ mountPoint }) => mountPoint)).toEqual(["/mnt/nas"]);
  expect(isUncPath("\\\\nas\\photos")).toBe(true);
  expect(isUncPath("\\\\?\\UNC\\nas\\photos")).toBe(true);
  expect(isUncPath("\\\\?\\C:\\a very long path")).toBe(false);
  expect(isUncPath("C:\\Photos")).toBe(false);
  expect(isUncPath("/mnt/photos")).toBe(false);
});
