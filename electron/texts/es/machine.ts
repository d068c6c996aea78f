import type { enMachine } from "../en/machine.ts";

export const machine = {
  "provider.usable": "Funciona; está en uso otro.",
  "provider.not-tried": "Todavía no se ha probado.",
  "provider.experimental": "Es experimental y todavía no se ha probado: solo se usa si se pide.",
  "provider.embeddings": "Sus embeddings difieren de los del procesador (coseno {cosine}).",
  "provider.labels": "Sus rótulos difieren de los del procesador.",
  "provider.slower": "Es más lento que el procesador ({rate} fotos/s frente a {processor}).",
  "provider.unlisted": "El entorno de ejecución no tiene este proveedor para este sistema.",
  "provider.no-libraries": "Sus bibliotecas de software no están instaladas.",
  "provider.needs-library": "Hace falta {name}: el cargador del sistema no encuentra {files}.",
  "provider.needs-libraries": "Necesita {libraries}, que el cargador del sistema no encuentra.",
  "provider.library": "{name} ({files})",
  "remedy.nvidia": "Necesita una tarjeta gráfica NVIDIA, y aquí no se encontró ninguna.",
  "remedy.cuda": "Hay que instalar sus bibliotecas, CUDA 12 y cuDNN 9.",
  "remedy.vulkan":
    "Necesita una tarjeta gráfica con un controlador Vulkan y el cargador Vulkan (libvulkan1).",
  "remedy.driver": "Un controlador de gráficos más nuevo puede ayudar.",
} as const satisfies Record<keyof typeof enMachine, string>;
