/** What a new notebook begins with: enough to see a result at once, little enough to delete. */
import { strings } from '../../../shared/strings';
import { FORMAT_VERSION } from './front-matter';

/** In the language of the interface. */
export function starter(): string {
  const { title, topology, question } = strings.dialogs.starter;
  return `---
tracebook: ${FORMAT_VERSION}
seed: 1
---

# ${title}

${topology}

\`\`\`topology
routers:
  r1:
    interfaces:
      eth0: { address: 10.1.0.1/24, lan: office }
      eth1: { address: 10.2.0.1/24, lan: lab }
lans:
  office: {}
  lab: {}
hosts:
  alice: { lan: office, address: 10.1.0.10/24 }
  bob: { lan: lab, address: 10.2.0.10/24 }
\`\`\`

${question}

\`\`\`console
alice> tracert bob
\`\`\`
`;
}
