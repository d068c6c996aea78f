/** Whether that is what was thrown, by Node, SQLite or a native library, which reports it as plain text. */
export function isDiskFull(error: unknown): boolean {
  return /ENOSPC|EDQUOT|no space left|database or disk is full|os error (28|112|122)\b/i.test(
    String(error),
  );
}
