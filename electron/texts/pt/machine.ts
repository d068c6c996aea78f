import type { enMachine } from "../en/machine.ts";

export const machine = {
  "provider.usable": "Funciona; outro está em uso.",
  "provider.not-tried": "Ainda não foi testado.",
  "provider.experimental": "É experimental e ainda não foi testado: só é usado quando pedido.",
  "provider.embeddings": "Seus embeddings diferem dos do processador (cosseno {cosine}).",
  "provider.labels": "Seus rótulos diferem dos do processador.",
  "provider.slower": "É mais lento que o processador ({rate} fotos/s contra {processor}).",
  "provider.unlisted": "O ambiente de execução não tem este provedor para este sistema.",
  "provider.no-libraries": "Suas bibliotecas de software não estão instaladas.",
  "provider.needs-library": "É preciso {name}: o carregador do sistema não encontra {files}.",
  "provider.needs-libraries": "Precisa de {libraries}, que o carregador do sistema não encontra.",
  "provider.library": "{name} ({files})",
  "remedy.nvidia": "Precisa de uma placa de vídeo NVIDIA, e nenhuma foi encontrada aqui.",
  "remedy.cuda": "É preciso instalar suas bibliotecas, CUDA 12 e cuDNN 9.",
  "remedy.vulkan":
    "Precisa de uma placa de vídeo com driver Vulkan e do carregador Vulkan (libvulkan1).",
  "remedy.driver": "Um driver de vídeo mais novo pode ajudar.",
} as const satisfies Record<keyof typeof enMachine, string>;
