/**
 * Node's own, without the namespace that an import makes of it: making that loads undici, HTTP/2 and TLS, 40 ms of processor time of every
 * command and of every start of the app.
 */
export const { createServer } = process.getBuiltinModule("node:http");
