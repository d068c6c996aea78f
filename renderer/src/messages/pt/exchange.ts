import type { enExchange } from "../en-exchange.ts";

export const exchange = {
  "exchange.export.menu": "Exportar etiquetas…",
  "exchange.import.menu": "Importar etiquetas…",

  "exchange.export.title": "Exportar etiquetas",
  "exchange.export.text":
    "Grava o que foi inserido à mão: etiquetas, estrelas, bandeiras, cores, títulos e legendas. As fotos ficam como estão.",
  "exchange.scope": "Fotos",
  "exchange.scope.library": "A biblioteca toda",
  "exchange.scope.all":
    "A biblioteca toda, {count, plural, one {# foto} other {# fotos}}. Uma busca escolhe algumas.",
  "exchange.scope.search": "Esta busca",
  "exchange.scope.count": "{count, plural, one {# foto} other {# fotos}}",
  "exchange.scope.query": "{query} · {count, plural, one {# foto} other {# fotos}}",
  "exchange.format": "Formato",
  "exchange.format.csv": "CSV",
  "exchange.format.csv.text": "Uma linha por foto, para planilhas e outros programas.",
  "exchange.format.jsonl": "JSON Lines",
  "exchange.format.jsonl.text": "Um objeto por foto, para scripts.",
  "exchange.format.xmp": "Arquivos XMP",
  "exchange.format.xmp.text":
    "Uma pasta de arquivos .xmp como o Lightroom, o digiKam e o darktable os leem, para as fotos com algo inserido à mão.",
  "exchange.export.next": "Escolher onde…",
  "exchange.export.choose": "Escolher uma pasta. Nada do que há nela é substituído.",
  "exchange.export.choose.xmp":
    "Escolher uma pasta fora da biblioteca. Nada do que há nela é substituído.",
  "exchange.export.name": "Nome do arquivo",
  "exchange.export.name.bad":
    "É preciso um nome que não comece com ponto nem contenha / \\ : * ? “ < > |.",
  "exchange.export.here": "Exportar aqui",
  "exchange.export.progress": "Exportação",
  "exchange.export.count": "{done, number} de {total, number} fotos",
  "exchange.export.done":
    "{count, plural, one {# foto gravada} other {# fotos gravadas}} em {name}.",
  "exchange.export.done.xmp":
    "{count, plural, =0 {Nenhuma foto tem algo inserido à mão, por isso nada foi gravado.} one {# arquivo .xmp gravado em {name}.} other {# arquivos .xmp gravados em {name}.}}",
  "exchange.export.stopped": "A exportação parou. Nada dela ficou.",
  "exchange.export.stopped.xmp":
    "A exportação parou. {count, plural, =0 {Nada foi gravado.} one {# arquivo .xmp está em {name}.} other {# arquivos .xmp estão em {name}.}}",
  "exchange.export.problems":
    "{count, plural, one {# arquivo .xmp não pôde ser gravado.} other {# arquivos .xmp não puderam ser gravados.}}",

  "exchange.import.title": "Importar etiquetas",
  "exchange.import.title.of": "Importar {name}",
  "exchange.import.text":
    "De um arquivo .csv ou .jsonl, de uma pasta de arquivos .xmp ou do banco de dados do digiKam (digikam4.db). Nada muda antes de se ver o que mudaria.",
  "exchange.import.choose":
    "Escolher um arquivo .csv ou .jsonl ou o digikam4.db do digiKam, ou entrar em uma pasta com arquivos .xmp.",
  "exchange.import.preview": "Nada mudou ainda.",
  "exchange.import.file": "Um arquivo",
  "exchange.import.file.text": "CSV, JSON Lines ou o digikam4.db do digiKam.",
  "exchange.import.folder": "Uma pasta de arquivos .xmp",
  "exchange.import.folder.text":
    "Com todas as pastas que estão nela, onde quer que estejam as fotos.",
  "exchange.import.choose-file": "Escolher arquivo…",
  "exchange.import.choose-folder": "Escolher pasta…",
  "exchange.import.here": "Ler aqui os arquivos .xmp",
  "exchange.import.reading": "Lendo, {rows, plural, one {# linha} other {# linhas}} até agora.",
  "exchange.import.digikam":
    "O banco de dados do digiKam é lido pelo formato publicado, sem verificação enquanto não for testado com um real. Convém ver antes o que muda.",
  "exchange.import.would":
    "{count, plural, =0 {Nada muda.} one {# foto muda.} other {# fotos mudam.}}",
  "exchange.import.rows": "{count, plural, one {# linha lida.} other {# linhas lidas.}}",
  "exchange.import.invalid":
    "{count, plural, one {# linha não está como esperado. Enquanto não estiver, nada pode ser importado.} other {# linhas não estão como esperado. Enquanto não estiverem, nada pode ser importado.}}",
  "exchange.import.unmatched":
    "{count, plural, one {# linha não é de nenhuma foto desta biblioteca e fica de fora.} other {# linhas não são de nenhuma foto desta biblioteca e ficam de fora.}}",
  "exchange.import.unreadable":
    "{count, plural, one {# arquivo não pode ser lido e fica de fora.} other {# arquivos não podem ser lidos e ficam de fora.}}",
  "exchange.import.contradiction":
    "{count, plural, one {# linha contradiz uma anterior sobre a mesma foto. Vale a anterior.} other {# linhas contradizem uma anterior sobre a mesma foto. Vale a anterior.}}",
  "exchange.import.changes": "O que muda",
  "exchange.import.problems": "Problemas",
  "exchange.import.more": "e mais {count, number}",
  "exchange.import.added": "Adicionar {tag}",
  "exchange.import.value": "{field}: {from} → {to}",
  "exchange.import.apply": "Importar",
  "exchange.import.applying": "Importação",
  "exchange.import.count": "{done, number} de {total, number} fotos",
  "exchange.import.done":
    "{count, plural, one {{name} importado para # foto.} other {{name} importado para # fotos.}}",
  "exchange.import.stopped":
    "A importação parou. {count, plural, =0 {Nada mudou.} one {# foto tem o que {name} diz.} other {# fotos têm o que {name} diz.}}",
  "exchange.import.failed": "Isto não pode ser importado.",
} as const satisfies Record<keyof typeof enExchange, string>;
