import { request as ask } from "node:http";
import { startLocalServer, type LocalServer } from "./local-server.ts";

export interface ForwardProxy extends LocalServer {
  /** The addresses that it was asked for. */
  readonly asked: readonly string[];
}

/** A proxy for plain HTTP: it is asked with the whole address (RFC 9112, 3.2.2) and passes the answer on. */
export async function startForwardProxy(): Promise<ForwardProxy> {
  const asked: string[] = [];
  const server = await startLocalServer((request, response) => {
    asked.push(request.url ?? "");
    ask(request.url ?? "", { headers: request.headers }, (answer) => {
      response.writeHead(answer.statusCode ?? 502, answer.headers);
      answer.pipe(response);
    }).end();
  });
  return { ...server, asked };
}
