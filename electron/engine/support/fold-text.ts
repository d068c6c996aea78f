/** Text as it is compared: case and the composition of accents do not matter. */
export function foldText(text: string): string {
  return text.toLowerCase().normalize("NFC");
}
