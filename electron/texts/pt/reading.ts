import type { enReading } from "../en/reading.ts";

export const reading = {
  "reading.gone": "Não há nenhum arquivo em {path}.",
  "reading.not-permitted": "As permissões não deixam que esta conta o leia ({said}).",
  "reading.disk": "O disco não conseguiu entregá-lo ({said}).",
  "reading.name": "No disco, o nome tem bytes que não são texto.",
  "reading.empty": "O arquivo está vazio.",
  "reading.cut-off": "O {format} termina antes da imagem ({said}).",
  "reading.damaged": "O {format} está danificado ({said}).",
  "reading.damaged.somehow": "O {format} está danificado; o decodificador não diz mais.",
  "reading.bmp-size": "O BMP diz ter um tamanho de {size} pixels.",
  "reading.exiftool": "O exiftool não conseguiu ler o arquivo ({said}).",
  "reading.format": "É um arquivo do formato {format}, que não se abre aqui.",
  "reading.format.unknown": "O que há nele não é uma imagem de um formato conhecido.",
  "reading.variety": "O decodificador não abre imagens desta variedade ({said}).",
  "reading.raw.no-preview":
    "O arquivo RAW não contém um JPEG da câmera, que é o que se mostra dos arquivos RAW.",
  "reading.too-large":
    "Tem {size} pixels, que ao decodificar ocupam {needed} MB de memória; o limite é de {limit} MB.",
  "reading.memory": "Não coube na memória ({said}).",
  "reading.timeout": "A leitura foi abandonada para não atrasar outras fotos.",
  "reading.crashed":
    "Encerrou duas vezes o leitor de fotos. Vale tentar de novo quando o Semblance ou o arquivo mudar.",
  "reading.engine-stopped": "O motor parava repetidamente ao ler este arquivo.",
  "reading.exiftool.perl":
    "O Perl, com o qual o exiftool funciona, não está instalado neste computador.",
  "reading.exiftool.none": "O exiftool não faz parte desta instalação.",
} as const satisfies Record<keyof typeof enReading, string>;
