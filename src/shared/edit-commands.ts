/** The commands of edit cells, for the parser, completion and hover alike. */
export interface EditCommand {
  readonly name: string;
  readonly usage: string;
  readonly summary: string;
  /** What its arguments are, for completion; the last one may repeat. */
  readonly arguments: readonly EditArgument[];
}

/** `target`: an element or `node:interface`. `property`: a key of what the words before it name. */
export type EditArgument = 'target' | 'announcer' | 'prefix' | 'property' | 'kind' | 'name' | 'value';

const commands = [
  {
    name: 'shutdown',
    usage: 'shutdown NAME | NODE:INTERFACE',
    summary: 'Take an interface, a node, a link or any other element down.',
    arguments: ['target'],
  },
  {
    name: 'no shutdown',
    usage: 'no shutdown NAME | NODE:INTERFACE',
    summary: 'Bring it up again.',
    arguments: ['target'],
  },
  {
    name: 'announce',
    usage: 'announce VNET|ROUTER PREFIX',
    summary: 'Let a VNet advertise a prefix, or a router announce one by BGP.',
    arguments: ['announcer', 'prefix'],
  },
  {
    name: 'withdraw',
    usage: 'withdraw VNET|ROUTER PREFIX',
    summary: 'Stop announcing a prefix.',
    arguments: ['announcer', 'prefix'],
  },
  {
    name: 'set',
    usage: 'set NAME PROPERTY... VALUE',
    summary: 'Set a property, e.g. set r1-r2 latency 5 ms.',
    arguments: ['target', 'property', 'value'],
  },
  {
    name: 'unset',
    usage: 'unset NAME PROPERTY...',
    summary: 'Take a property back to its default.',
    arguments: ['target', 'property'],
  },
  {
    name: 'add',
    usage: 'add KIND NAME { PROPERTY: VALUE, ... }',
    summary: 'Add an element, e.g. add host pc9 { lan: office, address: 10.1.0.99 }.',
    arguments: ['kind', 'name', 'value'],
  },
  {
    name: 'remove',
    usage: 'remove NAME',
    summary: 'Remove an element; the links of a node go with it.',
    arguments: ['target'],
  },
] as const satisfies readonly EditCommand[];

export type EditCommandName = (typeof commands)[number]['name'];

/** What each command does: the part of the table that a language has its own of. */
export type EditHelp = Readonly<Record<EditCommandName, string>>;

export const EDIT_COMMANDS: readonly (EditCommand & { readonly name: EditCommandName })[] = commands;
