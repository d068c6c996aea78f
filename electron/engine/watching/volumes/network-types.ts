import type { Mount } from "./mount.ts";

/**
 * File systems that others write to behind this machine's back: the kernel reports only what goes through
 * itself (inotify(7): "remote events… are not caught"). "9p" and "virtiofs" are what WSL and virtual machines
 * show of their host.
 */
const NETWORK_TYPES = new Set([
  "9p",
  "afs",
  "afpfs",
  "ceph",
  "cifs",
  "coda",
  "davfs",
  "drvfs",
  "fuse.ceph",
  "fuse.davfs2",
  "fuse.glusterfs",
  "fuse.gvfsd-fuse",
  "fuse.rclone",
  "fuse.sshfs",
  "fuse.vmhgfs-fuse",
  "glusterfs",
  "lustre",
  "ncpfs",
  "nfs",
  "nfs4",
  "prl_fs",
  "smb2",
  "smb3",
  "smbfs",
  "vboxsf",
  "virtiofs",
  "webdav",
]);

/** True where changes are not reported: a network share, or a host's folder seen from inside a guest. */
export function isNetworkMount({ type, source }: Pick<Mount, "type" | "source">): boolean {
  return NETWORK_TYPES.has(type) || isUncPath(source);
}

/** "\\server\share", also as "\\?\UNC\server\share"; not "\\?\C:\…", which is a local path of any length. */
export function isUncPath(name: string): boolean {
  return /^\\\\\?\\UNC\\/i.test(name) || /^\\\\[^?.\\]/.test(name);
}
