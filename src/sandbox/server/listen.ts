/** The local server: on this machine only, on the first free port. */

import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import { answer, type Mount } from "./static";

/** Only this machine may ask: other machines of the network have no business with somebody's workbook. */
const ADDRESS = "127.0.0.1";
/** How many ports are tried, one after the other. */
const TRIES = 20;
const LAST_PORT = 65_535;

/** A server that listens. */
export interface Listening {
  readonly port: number;
  readonly close: () => Promise<void>;
}

/** Names under which a browser of this machine asks; a page elsewhere that points its own name here is refused. */
function isOurName(host: string | undefined): boolean {
  return /^(localhost|127\.0\.0\.1|\[::1\])(:\d+)?$/i.test(host ?? "");
}

async function handle(mounts: readonly Mount[], request: IncomingMessage, response: ServerResponse): Promise<void> {
  const refuse = (status: number) => response.writeHead(status, { "content-type": "text/plain" }).end(`${status}\n`);
  if (!isOurName(request.headers.host)) return void refuse(403);
  if (request.method !== "GET" && request.method !== "HEAD") return void refuse(405);
  const found = await answer(mounts, request.url ?? "/");
  if (found.status !== 200) return void refuse(found.status);
  response.writeHead(200, {
    "content-type": found.type,
    "content-length": found.content.byteLength,
    "cache-control": "no-store",
    "x-content-type-options": "nosniff",
    "referrer-policy": "no-referrer",
  });
  response.end(request.method === "HEAD" ? undefined : found.content);
}

function bind(server: Server, port: number): Promise<boolean> {
  return new Promise((resolve, reject) => {
    const settle = (error?: NodeJS.ErrnoException) => {
      server.removeAllListeners("error").removeAllListeners("listening");
      if (!error) resolve(true);
      else if (error.code === "EADDRINUSE" || error.code === "EACCES") resolve(false);
      else reject(error);
    };
    server.once("error", settle);
    server.once("listening", () => settle());
    server.listen(port, ADDRESS);
  });
}

/**
 * Serves the mounts on the first free port.
 *
 * @param first - the port to try first; 0 takes any free one
 * @returns undefined where no port is free
 */
export async function listen(mounts: readonly Mount[], first: number): Promise<Listening | undefined> {
  const server = createServer((request, response) => {
    handle(mounts, request, response).catch(() => response.destroy());
  });
  for (let port = first; port < Math.min(first + TRIES, LAST_PORT + 1); port++) {
    if (!(await bind(server, port))) continue;
    const bound = server.address();
    return {
      port: typeof bound === "object" && bound ? bound.port : port,
      close: () =>
        new Promise((resolve) => {
          server.close(() => resolve());
          server.closeAllConnections();
        }),
    };
  }
  return undefined;
}
