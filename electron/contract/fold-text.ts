/**
 * Words as they are compared: two tags, synonyms or albums are one where this is the same.
 *
 * Each letter is made small without regard to any language, and accents are composed (NFC). So CAFÉ is café however its accent is
 * written, ẞ is ß and ΟΔΟΣ is οδος; but ß is not ss, ı is not i, and İ is not i, because they tell words apart in the languages
 * that have them: two tags can be made one, while one that was two cannot be told apart again.
 */
export function foldText(text: string): string {
  return text.toLowerCase().normalize("NFC");
}
