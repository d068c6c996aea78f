/** Text as it is compared: case and the composition of accents do not matter. Equal to tags/tag-name.ts's key. */
export function foldText(text: string): string {
  return text.toLowerCase().normalize("NFC");
}
