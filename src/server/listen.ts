import type { FastifyInstance } from 'fastify';

/** The port or address cannot be had; the message says what to do in one sentence. */
export class CannotListen extends Error {
  override readonly name = 'CannotListen';
}

/**
 * Begins to take requests.
 * @returns the address, as a browser takes it
 * @throws CannotListen
 */
export async function listen(
  server: FastifyInstance,
  { port, host }: { port: number; host: string },
): Promise<string> {
  try {
    return await server.listen({ port, host });
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException;
    if (code === 'EADDRINUSE')
      throw new CannotListen(
        `Port ${port} on ${host} is taken. Stop what listens there, or start with another one: PORT=3001 npm start`,
      );
    throw new CannotListen(
      `Parley cannot listen on ${host}:${port} (${code ?? message}). Check HOST and PORT.`,
    );
  }
}
