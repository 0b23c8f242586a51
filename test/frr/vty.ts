/**
 * The terminal of an FRR daemon: its socket takes a command that ends with a zero byte, and answers with text,
 * three zero bytes and the outcome (0 for success). Much cheaper than a `vtysh` for each question.
 */
import net from 'node:net';

const LIMIT_MS = 20_000;
const END = Buffer.from([0, 0, 0]);

/** What the daemon behind a socket answers. Rejects where it does not answer or refuses the command. */
export function askDaemon(socketPath: string, command: string): Promise<string> {
  return new Promise((resolve, reject) => {
    const chunks: Buffer[] = [];
    const socket = net.connect(socketPath);
    const fail = (reason: string): void => {
      socket.destroy();
      reject(new Error(`${socketPath}, asked "${command}": ${reason}`));
    };
    socket.setTimeout(LIMIT_MS, () => fail(`no answer within ${LIMIT_MS / 1000} s`));
    socket.on('error', (error) => fail(error.message));
    socket.on('close', () => fail('closed without an answer'));
    socket.on('connect', () => socket.write(`${command}\0`));
    socket.on('data', (chunk) => {
      chunks.push(chunk);
      const all = chunk.length < END.length + 1 ? Buffer.concat(chunks) : chunk;
      if (!all.subarray(-END.length - 1, -1).equals(END)) return;
      const answer = Buffer.concat(chunks);
      const outcome = answer.at(-1) ?? 0;
      if (outcome !== 0) return fail(`refused (${outcome})`);
      socket.removeAllListeners('close');
      socket.destroy();
      resolve(answer.subarray(0, -END.length - 1).toString('utf8'));
    });
  });
}
