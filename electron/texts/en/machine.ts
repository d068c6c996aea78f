/** @file Why a provider is not used, and what would help, in whole sentences. */
export const enMachine = {
  "provider.usable": "It works; another one is in use.",
  "provider.not-tried": "It was not tried yet.",
  "provider.experimental":
    "It is experimental, and was not tried yet: only whoever asks for it gets it.",
  "provider.embeddings": "Its embeddings differ from the processor’s (cosine {cosine}).",
  "provider.labels": "Its labels differ from the processor’s.",
  "provider.slower": "It is slower than the processor ({rate} photos/s against {processor}).",
  "provider.unlisted": "The runtime has no such provider for this system.",
  "provider.no-libraries": "Its libraries are not installed.",
  "provider.needs-library": "{name} is needed: the system’s loader does not find {files}.",
  "provider.needs-libraries": "It needs {libraries}, which the system’s loader does not find.",
  "provider.library": "{name} ({files})",
  "remedy.nvidia": "It needs an NVIDIA graphics card, and none was found here.",
  "remedy.cuda": "Install its libraries, CUDA 12 and cuDNN 9.",
  "remedy.vulkan":
    "It needs a graphics card with a Vulkan driver and the Vulkan loader (libvulkan1).",
  "remedy.driver": "A newer graphics driver may help.",
} as const;
