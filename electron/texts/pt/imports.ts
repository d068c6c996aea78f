import type { enImports } from "../en/imports.ts";

export const imports = {
  "import.place.line": "linha {line}",
  "import.place.image": "imagem {image}",
  "import.expected": "O esperado era {what}, mas há {got}",
  "import.none": "nenhum",
  "import.nothing": "nada",
  "import.row": "uma linha com um caminho",
  "import.path": "um caminho",
  "import.fingerprint": "uma impressão digital de 64 dígitos hexadecimais",
  "import.tags": "etiquetas de no máximo 500 caracteres",
  "import.tags.quote": "etiquetas com as aspas fechadas",
  "import.rating": "uma classificação de 0 a 5",
  "import.flag": "a bandeira pick, reject ou none",
  "import.colour": "a cor red, yellow, green, blue, purple ou none",
  "import.title": "um título de no máximo 1.000 caracteres",
  "import.caption": "uma legenda de no máximo 10.000 caracteres",
  "import.fields": "{count} campos",
  "import.json": "um objeto JSON",
  "import.photo.none":
    "Era esperada uma foto da biblioteca, mas não há nenhuma ali, nem outra parecida: {path}",
  "import.photo.several":
    "Era esperada uma só foto da biblioteca, mas poderiam ser {count}: {path}",
  "import.contradiction": "Outro valor para {path} que o de {earlier} ({field}); vale o primeiro",
  "import.xmp.other": "Era esperado XMP em {file}, mas há outra coisa",
  "import.control-characters":
    "Um valor com caracteres de controle, que não são aceitos ({field}): {got}",
  "import.refused.columns":
    "Eram esperados os nomes das colunas, entre eles “path”, na primeira linha de {path}, mas há {got}",
  "import.refused.long-line":
    "Eram esperadas linhas de no máximo {most} caracteres, mas há uma mais longa",
  "import.refused.bytes": "Era esperado texto em UTF-8 em {path}, mas há outros bytes",
  "import.refused.quote":
    "As aspas que abrem um campo na linha {line} de {source} precisam ser fechadas antes do próximo separador ou fim de linha",
  "import.refused.kind":
    "Era esperado um arquivo .csv ou .jsonl, uma pasta de arquivos XMP ou o banco de dados do digiKam, mas há {path}",
  "import.refused.database": "Era esperado um banco de dados em {file}, mas o SQLite disse: {said}",
} as const satisfies Record<keyof typeof enImports, string>;
