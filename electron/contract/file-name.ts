/** Whether it names a file within a folder on every system, and shows no way to another one. */
export function isPlainFileName(name: string): boolean {
  return name.trim() === name && /^[^.\\/:*?"<>|\p{Cc}][^\\/:*?"<>|\p{Cc}]*$/u.test(name);
}
