import { createServer } from 'node:net';

/** The wished port, or the first free one after it. Looks at both loopback addresses, since either may be taken. */
export async function choosePort(wished: number, isFree = portIsFree): Promise<number> {
  for (let port = wished; port < wished + 50; port++) if (await isFree(port)) return port;
  throw new Error(`No port is free between ${wished} and ${wished + 49}. Set another with PORT=…`);
}

async function portIsFree(port: number): Promise<boolean> {
  return (await canListen(port, '127.0.0.1')) && (await canListen(port, '::1'));
}

function canListen(port: number, host: string): Promise<boolean> {
  return new Promise((resolve) => {
    const server = createServer();
    // A machine without IPv6 has nobody listening there.
    server.once('error', (error: NodeJS.ErrnoException) => resolve(error.code !== 'EADDRINUSE'));
    server.listen(port, host, () => server.close(() => resolve(true)));
  });
}
