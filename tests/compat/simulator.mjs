// Starts nixflex-simulator for one test file and stops it again.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';

const program =
  process.env.NIXFLEX_SIMULATOR ?? fileURLToPath(new URL('../../build/dev/bin/nixflex-simulator', import.meta.url));

/** Resolves to what the program prints when it is ready, with `stop()` added. */
export async function startSimulator(...flags) {
  const child = spawn(program, flags, { stdio: ['ignore', 'pipe', 'inherit'] });
  const failed = once(child, 'error').then(([error]) => {
    throw error;
  });
  const lines = createInterface({ input: child.stdout });
  const [line] = await Promise.race([once(lines, 'line'), failed]);
  return {
    ...JSON.parse(line),
    async stop() {
      child.kill('SIGTERM');
      const [code] = await once(child, 'exit');
      return code;
    },
  };
}

/** Arms a fault; see docs/simulator.md. */
export async function armFault(simulator, fault) {
  const answer = await fetch(`${simulator.nixflex_url}/_simulator/faults`, {
    method: 'POST',
    headers: { 'X-Simulator-Token': simulator.control_token },
    body: JSON.stringify(fault),
  });
  if (!answer.ok) {
    throw new Error(await answer.text());
  }
}

export async function recordedRequests(simulator) {
  const answer = await fetch(`${simulator.nixflex_url}/_simulator/requests`, {
    headers: { 'X-Simulator-Token': simulator.control_token },
  });
  return (await answer.json()).requests;
}
