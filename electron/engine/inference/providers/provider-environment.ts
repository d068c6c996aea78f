/** What a process that loads a provider runs with. */
export function providerEnvironment(): NodeJS.ProcessEnv {
  return {
    ...process.env,
    // Meant for the engine, or for whoever started it.
    NODE_OPTIONS: "",
    // CUDA would count the fastest card first; by their slots, 0 is the same card for everybody who counts.
    CUDA_DEVICE_ORDER: process.env.CUDA_DEVICE_ORDER ?? "PCI_BUS_ID",
  };
}
