/** Why a console line cannot be carried out, and what to do. What a tool of the field says itself is not here. */
import type { ConsoleArgumentKind } from '../../console-commands';

/** An argument in words, where one is missing. */
const argument: Readonly<Record<ConsoleArgumentKind, string>> = {
  target: 'a target: a name or an address',
  node: 'the name of a node',
  vm: 'the name of a VM',
  prefix: 'a prefix, an address or a name',
  circuit: 'the name of a circuit',
  path: 'primary or secondary',
  hop: 'the number of a hop',
  element: 'link, node or interface',
  network: 'base or the name of a scenario',
  'other-network': 'another network: base or the name of a scenario',
  definition: 'a name and edits: NAME from base { EDIT; EDIT }',
};

export const commandReasons = {
  argument,
  /** Why an option of the real tool has no meaning here. */
  refused: {
    onlyIpv4: 'only IPv4 is simulated',
    returnPath: 'it traces the return path by an IPv6 header',
    sourceByRoute: 'the source address is the one the route gives',
    looseSource: 'routers refuse loose source routes',
    tcp: 'TCP probes are not; use UDP (the default) or -I',
    icmpEcho: 'it probes with ICMP echo',
    endless: 'it would never end; use -n for more echoes',
    noNames: 'there is no name service to ask',
    noSizes: 'packet sizes are not simulated',
  },
  notSimulated: (command: string, flag: string, why: string) => `${command} ${flag} is not simulated: ${why}`,
  noOption: (command: string, word: string) => `${command} has no option ${word}`,
  needsValue: (command: string, flag: string, value: string) => `${command} ${flag} needs a value: ${value}`,
  unexpected: (command: string, word: string) => `${command} does not expect ${word}`,
  needs: (command: string, what: string) => `${command} needs ${what}`,
  range: (command: string, flag: string, low: number, high: number) =>
    `${command} ${flag} takes a whole number from ${low} to ${high}`,
  usage: (usage: string) => `usage: ${usage}`,

  noPrompt: 'A console line names the node at whose prompt the command is typed',
  promptExample: (line: string) => `for example \`${line}\``,
  noNodeAtPrompt: (name: string) => `There is no node "${name}"`,
  noCommand: 'There is no command after the prompt',
  listCommands: (node: string) => `\`${node}> help\` lists the commands`,
  tooManyCommands: (most: number) => `A cell may have up to ${most} commands`,
  anotherCell: 'Put the rest into a cell of its own',

  tooLong: (most: number) => `the command is longer than ${most} characters`,
  shorten: 'shorten it',
  notACommand: (typed: string) => `'${typed}' is not a command`,
  scenarioPlace: 'scenarios are named in a console cell or by --scenario',
  noParts: 'this command has no parts',
  haveParts: (names: readonly string[]) => `these have: ${names.join(', ')}`,
  didYouMean: (found: string) => `did you mean "${found}"?`,
  thereAre: (names: readonly string[], more: boolean) =>
    `there ${names.length === 1 ? 'is' : 'are'} ${names.join(', ')}${more ? ', …' : ''}`,

  noNode: (name: string) => `there is no node named ${name}`,
  noNodeIn: (name: string, network: string) => `there is no node named ${name} in ${network}`,
  vnetSendsNothing: (name: string) =>
    `${name} is a virtual network; probes start at a VM, a host, a router or a gateway`,
  isShutDown: (name: string) => `${name} is shut down`,
  /** A node goes down with its VNet, site or circuit too. */
  bringsBack: (name: string, area: string | null) =>
    `no shutdown ${name}${area === null ? '' : ` (or ${area}, if that is shut down)`} brings it back`,
  noSource: (name: string) => `${name} has no address to send from`,
  giveAddress: 'give one of its interfaces an address',
  notOneHost: (target: string, what: string) => `${target} is ${what}, and probes go to one host`,
  giveHost: 'give the address or name of a host',
  withoutLength: 'give an address without a length, like 10.1.0.10, or a name',
  fourNumbers: 'an address is four numbers from 0 to 255, like 10.1.0.10',
  likePrefix: 'write a prefix like 10.1.0.0/24',
  prefixAround: (prefix: string) => `the prefix around it is ${prefix}`,

  noPrefix: (text: string) => `${text} is no prefix, address or node`,
  noBgp: (name: string) => `${name} runs no BGP`,
  speakers: (names: readonly string[]) => `these do: ${names.join(', ')}`,
  noOspf: (name: string) => `${name} runs no OSPF`,
  noVnet: (name: string) => `${name} is in no VNet: only VMs have effective routes`,
  routesOf: (name: string) => `show ip route shows those of ${name}`,
  noCircuit: (name: string) => `there is no circuit named ${name}`,
  noPathName: (text: string) => `${text} is no path of a circuit`,
  primaryOrSecondary: 'write primary or secondary',
  noPath: (circuit: string, path: string) => `${circuit} has no ${path} path`,
  flowNeedsAddress: (name: string) => `${name} has no address, and a flow needs one to come from`,
  nameSource: 'name a VM, a host, a router or a gateway',
  noVrfName: 'the name of a VRF is missing',
  noVrf: (router: string, name: string) => `${router} has no VRF ${name}`,
  noVrfs: (router: string) => `${router} has no VRFs`,

  noScenario: (name: string) => `there is no scenario named ${name}`,
  nameScenario: (name: string) => `name one first: scenario ${name} from base { ... }`,
  networkOf: (name: string, problem: string | null) =>
    `the network of ${name}: ${problem ?? 'it has no tables'}`,
  nothingFails: (typed: string) => `${typed} is nothing that fails`,
  noRouteTo: (name: string, address: string) => `${name} has no route to ${address}`,
  noNodeAt: (address: string) => `no node has the address ${address}`,
  giveNode: 'give the name of a node',
  noHop: (text: string) => `${text} is no hop`,
  giveHop: (usage: string) => `give the number of a hop: ${usage}`,
  hopOf: (source: string, target: string, count: number, ttl: number) =>
    `the trace from ${source} to ${target} has ${count} ${count === 1 ? 'hop' : 'hops'}, and ${ttl} is none of them`,
  latencyNeeds: 'latency needs a target and a network',
  byCommas: 'separate several by commas',
  tooManyRuns: (count: number) => `${count} runs are too many for one chart`,
  mostRuns: (most: number) => `name at most ${most}: networks times targets`,

  flow: {
    icmpPorts: 'icmp has no ports',
    protocol: (text: string) => `${text} is no flow: its protocol is tcp, udp or icmp`,
    ports: (text: string) => `${text} is no flow: it has two ports at most, source and destination`,
    port: (text: string) => `${text} is no flow: a port is a whole number from 1 to 65535`,
    example: 'for example --flow tcp:40000:443, --flow udp or --flow icmp',
  },

  scenario: {
    noName: 'The scenario has no name',
    badName: (name: string) => `"${name}" cannot be a scenario's name`,
    nameLetters: 'use letters, digits, dot, hyphen and underscore, 64 at most',
    isBase: (name: string) => `"${name}" is the network itself`,
    anotherName: 'choose another name',
    expectedFrom: (word: string) => `Expected \`from\` here, not "${word}"`,
    noStart: 'What the scenario starts from is missing',
    unexpected: (word: string) => `"${word}" is not expected here`,
    noEdits: 'The edits in braces are missing',
    noBrace: 'The closing brace `}` is missing',
    afterBrace: 'Nothing may follow the closing brace',
    head: 'for example `scenario no-er1 from base`',
    line: 'for example `scenario no-er1 from base { shutdown er1; shutdown ce1 }`',
    taken: (name: string) => `There is a scenario "${name}" already`,
    noneAbove: (name: string) => `There is no scenario "${name}" above`,
    writeBase: 'write `from base`',
    isWrong: (name: string) => `The scenario "${name}" is wrong`,
    mendFirst: 'mend it first',
    wrongEdits: 'its edits are wrong',
    mendScenario: 'mend the scenario first',
  },

  observed: {
    noSource: 'nothing says whose output this is',
    from: 'write it behind the kind: observed NAME from NODE',
    vnet: (name: string) => `${name} is a virtual network; probes start at a VM, a host or a router`,
    noTarget: 'nothing says which target was probed',
    to: 'write it behind the kind: observed NAME to TARGET',
    address: 'write its address: observed NAME to ADDRESS',
  },
};
