/** Networks to judge layouts by, as plain lists of links from what is published of them. */
import { link, node } from '../../src/renderer/diagrams/testing/views';
import type { NetworkView } from '../../src/shared/network-view';

export interface KnownNetwork {
  readonly name: string;
  readonly view: NetworkView;
}

/** Each line a node and those it is linked to that no line before named with it. */
function viewOf(text: string): NetworkView {
  const names = new Set<string>();
  const links = text
    .trim()
    .split('\n')
    .flatMap((line) => {
      const [from = '', ...others] = line.trim().split(/[\s:,]+/);
      for (const name of [from, ...others]) names.add(name);
      return others.map((to) => link(`${from}-${to}`, [from, to]));
    });
  return { nodes: [...names].map((name) => node(name)), links, areas: [] };
}

/** Internet2's Abilene backbone of 2004: 11 routers, 14 links. */
const ABILENE = `
Seattle: Sunnyvale, Denver
Sunnyvale: Los-Angeles, Denver
Los-Angeles: Houston
Denver: Kansas-City
Kansas-City: Houston, Indianapolis
Houston: Atlanta
Indianapolis: Chicago, Atlanta
Chicago: New-York
Atlanta: Washington
New-York: Washington
`;

/** The T1 backbone of NSFNET, 1991: 14 nodes, 21 links. */
const NSFNET = `
Seattle: Palo-Alto, San-Diego, Champaign
Palo-Alto: San-Diego, Salt-Lake-City
San-Diego: Houston
Salt-Lake-City: Boulder, Ann-Arbor
Boulder: Houston, Lincoln
Houston: Atlanta, College-Park
Lincoln: Champaign
Champaign: Pittsburgh
Pittsburgh: Atlanta, Ithaca, Princeton
Ann-Arbor: Ithaca, Princeton
Ithaca: College-Park
Princeton: College-Park
`;

/** Google's B4 as drawn in Jain et al., SIGCOMM 2013, figure 1: 12 sites, 19 links. */
const B4 = `
B1: B2, B3
B2: B5
B3: B4, B6
B4: B5, B7, B8
B5: B6
B6: B7, B8
B7: B8, B11
B8: B10
B9: B10, B11
B10: B11, B12
B11: B12
`;

/** GÉANT of March 2012, after the Internet Topology Zoo (Knight et al., 2011): 40 nodes, 61 links. */
const GEANT = `
NL: BE, DK, DE, UK, LT
BE: IE
DK: IS, NO, DE, EE, SE, RU
PL: UA, BY, DE, CZ, LT
DE: CZ, LU, CH, CY, IL, AT, RU
CZ: SK
LU: FR
FR: CH, ES, UK
CH: IT, ES
IT: ES, MT, AT, GR
MD: RO
BG: HU, MK, RO, TR, GR
RO: TR, HU
GR: AT
CY: UK
IL: LT
ME: HR
HU: RS, HR, SK
SK: AT
PT: ES, UK
HR: SL
SL: AT
LT: LV
IS: UK
IE: UK
NO: SE
SE: FI
EE: LV
`;

/** Sprint's backbone in the United States, after the Internet Topology Zoo: 11 nodes, 18 links. */
const SPRINT = `
Cheyenne: Boulder, Stockton, Kansas-City
Atlanta: Washington, Fort-Worth
Seattle: Chicago, Stockton
Stockton: Anaheim, Chicago, New-York, Washington
Anaheim: Fort-Worth
Fort-Worth: Washington, Kansas-City
Kansas-City: Chicago, Washington
Chicago: New-York
New-York: Washington
`;

/** GARR of April 1999, after the Internet Topology Zoo: 23 nodes, 25 links. */
const GARR = `
Padova: Bologna-1
Milano-1: Trieste, Bologna-1, Torino, Genova, Milano-2, Napoli-2, Ten155, USA, Roma-2
Palermo: Napoli-2
Firenze: Bologna-1
Bologna-1: Bologna-2, EsNet, Napoli-2, Pisa, Roma-2
Napoli-1: Napoli-2
Roma-1: Roma-2
Napoli-2: Catania, Roma-2, Bari
Cagliari: Roma-2
Roma-2: Aquila, Frascati
`;

/** ARPANET in December 1970: 13 nodes, 17 links (map in Heart et al., "A History of the ARPANET", 1978). */
const ARPANET = `
SRI: UCSB, UCLA, Stanford, Utah
UCSB: UCLA
UCLA: RAND, Stanford
RAND: SDC, BBN
SDC: Utah
Utah: MIT
MIT: BBN, Lincoln
BBN: Harvard
Harvard: Carnegie
Carnegie: Case
Case: Lincoln
`;

/** A provider made up: two route reflectors and four edges, with transits, customers and an exchange about them. */
const PROVIDER = `
rr1: rr2, pe1, pe2
rr2: pe3, pe4
pe1: pe2
pe3: pe4
pe1: t1
pe2: t2
pe3: t3
pe1: c1
pe4: c2, c3
t1: t2
t2: t3
t1: c1
t3: c4
pe2: x1
pe3: x2
x1: x2
x2: c4
c1: h1
c2: h2
c3: h3
c4: h4
`;

/** A fat tree of 4-port switches (Al-Fares et al., SIGCOMM 2008): 20 switches, 16 hosts. */
function fatTree(): NetworkView {
  const lines: string[] = [];
  for (let pod = 0; pod < 4; pod += 1) {
    for (let a = 0; a < 2; a += 1) {
      lines.push(`core${2 * a}: agg${pod}-${a}`, `core${2 * a + 1}: agg${pod}-${a}`);
      lines.push(`agg${pod}-${a}: edge${pod}-0, edge${pod}-1`);
      lines.push(`edge${pod}-${a}: host${pod}-${a}-0, host${pod}-${a}-1`);
    }
  }
  return viewOf(lines.join('\n'));
}

/** Leaves and spines (Clos): every leaf to every spine, two servers on a leaf. */
function leafSpine(): NetworkView {
  const lines: string[] = [];
  for (let leaf = 1; leaf <= 6; leaf += 1) {
    lines.push(`spine1: leaf${leaf}`, `spine2: leaf${leaf}`, `leaf${leaf}: srv${leaf}a, srv${leaf}b`);
  }
  return viewOf(lines.join('\n'));
}

/** All of them but the Azure lab, which is read from its topology. */
export const KNOWN_NETWORKS: readonly KnownNetwork[] = [
  { name: 'Abilene', view: viewOf(ABILENE) },
  { name: 'NSFNET T1', view: viewOf(NSFNET) },
  { name: 'ARPANET 1970', view: viewOf(ARPANET) },
  { name: 'Sprint', view: viewOf(SPRINT) },
  { name: 'B4', view: viewOf(B4) },
  { name: 'GARR 1999', view: viewOf(GARR) },
  { name: 'GÉANT 2012', view: viewOf(GEANT) },
  { name: 'provider', view: viewOf(PROVIDER) },
  { name: 'leaf and spine', view: leafSpine() },
  { name: 'fat tree', view: fatTree() },
];
