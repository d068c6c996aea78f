import type { enXmp } from "../en/xmp.ts";

export const xmp = {
  "xmp.photo-gone": "Não há nenhuma foto em {photo}; nada é escrito para ela",
  "xmp.no-file": "{file} teria de ser um arquivo de no máximo {most} MB, mas não é; fica como está",
  "xmp.unreadable": "Não é possível ler {file}; o sistema disse {said}",
  "xmp.no-room": "Não há espaço para {file} ({said})",
  "xmp.read-only": "Não é possível escrever {name} em {folder}, que é somente leitura ({said})",
  "xmp.unwritable": "Não é possível escrever {file}; o sistema disse {said}",
  "xmp.restless": "Outro programa escreve em {file} repetidamente; o arquivo fica como está",
  "xmp.many-tags": "{name} teria {count} etiquetas, e são aceitas menos de {most}; fica como está",
} as const satisfies Record<keyof typeof enXmp, string>;
