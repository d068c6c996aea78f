/** Whether a process of this number is there; a number is given away again, so "yes" is no proof. */
export function isRunning(pid: number): boolean {
  if (!Number.isInteger(pid) || pid <= 0) return false;
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    // A process of another user answers so.
    return error instanceof Error && "code" in error && error.code === "EPERM";
  }
}
