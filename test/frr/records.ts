/** What runs have found, kept in a file, so that a run that was stopped goes on where it was. */
import { appendFileSync, existsSync, mkdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import * as z from 'zod';

const FILE = path.resolve('node_modules/.cache/test-frr/records.jsonl');

/**
 * `same`: FRR has what the engine has. `other`: FRR came to another stable outcome of BGP, one that the engine
 * lists. `unstable`: the engine finds no stable outcome for some prefix, and FRR does not come to rest there.
 */
const VERDICTS = ['same', 'other', 'unstable', 'different', 'failed'] as const;
export type Verdict = (typeof VERDICTS)[number];

const seedRecord = z.object({
  key: z.string(),
  seed: z.number(),
  summary: z.string(),
  verdict: z.enum(VERDICTS),
  /** What is remarkable: differences, the prefixes with another outcome, what failed. */
  details: z.array(z.string()),
  /** What the network has: `OSPF`, `iBGP`... */
  features: z.array(z.string()),
  routes: z.number(),
  traceroutes: z.number(),
  seconds: z.number(),
});
export type SeedRecord = z.infer<typeof seedRecord>;

export function isBad({ verdict }: SeedRecord): boolean {
  return verdict === 'different' || verdict === 'failed';
}

export class Records {
  private readonly known = new Map<string, SeedRecord>();

  constructor() {
    if (!existsSync(FILE)) return;
    for (const line of readFileSync(FILE, 'utf8').split('\n').filter(Boolean)) {
      const record = seedRecord.parse(JSON.parse(line));
      this.known.set(record.key, record);
    }
  }

  /** A record of exactly the same comparison; what failed or differed is to be looked at again. */
  find(key: string): SeedRecord | undefined {
    const record = this.known.get(key);
    return record === undefined || isBad(record) ? undefined : record;
  }

  add(record: SeedRecord): void {
    mkdirSync(path.dirname(FILE), { recursive: true });
    appendFileSync(FILE, `${JSON.stringify(record)}\n`);
    this.known.set(record.key, record);
  }
}
