/** What `--help` prints. */
import { CONSOLE_COMMANDS } from '../shared/console-commands';
import { EDIT_COMMANDS } from '../shared/edit-commands';

export const COMMAND_NAMES = [
  'run',
  'trace',
  'routes',
  'ask',
  'merge',
  'export',
  'new',
  'fmt',
  'import',
  'grade',
  'help',
] as const;
export type CommandName = (typeof COMMAND_NAMES)[number];

const GENERAL = `Tracebook: notebooks of network paths, from a terminal.

Usage: tracebook COMMAND ...

  run FILE...    Run notebooks and check their expectations.
  trace          Trace the path between two nodes of a topology.
  routes         Show the routing table of a node.
  ask            Put any console command to a node.
  merge PART...  Join the answers of several machines to one.
  export         Write a notebook as a document, its pictures, or its network as a lab of real routers.
  new FILE       Write a small notebook to begin with.
  fmt FILE...    Write notebooks in the one tidy form, or check that they are.
  import FILE    Make a notebook of a Jupyter notebook.
  grade FILE...  Judge the answers of handed-in notebooks by a key.
  help COMMAND   Show how a command is used.

  --lang en|ja   The language of the sentences in results (en); for any command.
  --version      Show the version.
  --help         Show this, or how a command is used.

Exit status: 0 all is well; 1 an expectation does not hold or a cell is in error; 2 a file, an option or a name
is wrong. Errors go to stderr as FILE:LINE:COLUMN.
`;

const TOPOLOGY_OPTIONS = `  --topology FILE  A topology in YAML, or a notebook (*.md): then its network is the one below its last cell.
  --edit COMMAND   Change the network first; may be repeated. Any command of edit cells:
${table(EDIT_COMMANDS)}
  --json           Print one JSON document instead (docs/json.md).
`;

const HELP: Readonly<Record<CommandName, string>> = {
  run: `Usage: tracebook run FILE... [--json]

Runs the cells of each notebook from top to bottom and prints what they give, as a terminal would. Under each
trace stands the reason of every silent hop. The last line counts the expectations that hold.

  --json           Print one JSON document instead (docs/json.md).

Commands of console cells:
${table(CONSOLE_COMMANDS)}
`,
  trace: `Usage: tracebook trace --topology FILE --from HOST --to TARGET [--edit COMMAND]... [--all-paths] [--json]

Traces the path from a node to an address or a node, hop by hop.

  --from HOST      The node that sends the probes.
  --to TARGET      An address, or the name of a host.
  --all-paths      Show every equal-cost path as well.
${TOPOLOGY_OPTIONS}
Example: tracebook trace --topology lab.yaml --from alice --to bob --edit "shutdown r1:eth1"
`,
  routes: `Usage: tracebook routes --topology FILE NODE [--edit COMMAND]... [--json]

Shows the routing table of a node, with the routes that lost and why.

${TOPOLOGY_OPTIONS}`,
  ask: `Usage: tracebook ask --topology FILE [--edit COMMAND]... [--scenario SCENARIO]... [--shard I/N | --jobs N] [--json]
       NODE COMMAND...

Runs a command at the prompt of a node, as a console cell does. Put -- before a COMMAND that has options.

  --scenario 'NAME from base { EDIT; EDIT }'
                   Name a network to compare with; may be repeated.
  --jobs N         Share the work of reach, matrix and fail each out to N threads (all cores for a sweep of failures
                   in a large network, else one); the answer is the same
  --shard I/N      Do the I-th of N shares of the work and print it as JSON for tracebook merge: of reach, matrix
                   and fail each. In a Kubernetes Indexed Job N alone is enough (JOB_COMPLETION_INDEX tells I - 1).
${TOPOLOGY_OPTIONS}
Examples:
  tracebook ask --topology lab.yaml alice why-not 10.3.0.0/24
  tracebook ask --topology lab.yaml --scenario 'cut from base { shutdown r1 }' alice compare base cut

Commands:
${table(CONSOLE_COMMANDS)}
`,
  merge: `Usage: tracebook merge PART... [--json]

Joins the parts of an answer, one file for each share that tracebook ask --shard wrote, to what ask prints of the
whole: the same bytes.

  --json           Print one JSON document instead (docs/json.md).

Example: tracebook merge part-1.json part-2.json
`,
  export: `Usage: tracebook export FILE --to html|markdown|ipynb [OUT] [--force]
       tracebook export FILE --to svg|png DIR [--cell CELL] [--picture PICTURE] [--theme light|dark] [--force]
       tracebook export FILE --to containerlab DIR [--edit COMMAND]... [--force]

Writes a notebook with its outputs and pictures as a document, each of its pictures as a file, or the network of a
topology or notebook as a lab for containerlab: its topology, FRR configurations that start as they are, and a
README. What the lab does not do as the model does is told there and on stderr.

  --to html        One file that stands alone: pictures with tooltips, light and dark, print.
  --to markdown    Markdown, with each output in a block below its cell.
  --to ipynb       A Jupyter notebook (nbformat 4.5) with its outputs.
  --to svg|png     Each picture of each cell, in files named by cell, command and picture: 05-hub-matrix-state.svg.
  --to containerlab  A lab.
  OUT              The file to write, - for stdout; beside FILE if left out.
  --cell CELL      The pictures of one cell only: its number, as the window counts, or its name ({#name}).
  --picture PICTURE  One kind only, as in the names of the files: map, path, ways, latency, packet, perspective ...
  --theme THEME    Their colours, light or dark (light).
  --force          Write over a file, or into a folder that is not empty over files of the same names.
  --edit COMMAND   Change the network first; may be repeated. Any command of edit cells.

Exit status: 0 it is written, whatever the notebook says (what is wrong in it is told on stderr, and shown in the
document); 2 it is not.

Example: tracebook export lab.tracebook.md --to html
Example: tracebook export lab.tracebook.md --to png pictures --picture map
Example: tracebook export lab.yaml --to containerlab lab
`,
  new: `Usage: tracebook new FILE [--force]

Writes a notebook with a small network and a first question.

  --force          Write over a file that is there.
`,
  fmt: `Usage: tracebook fmt [--check] FILE...

Writes notebooks in the one tidy form: LF line ends, fences at the margin, an empty line between cells, no white
space at the ends of lines that run. Words and comments stay; Markdown is the author's.

  --check          Write nothing; name the files that are not tidy, and exit with 1 if there are any.
`,
  import: `Usage: tracebook import FILE.ipynb [OUT] [--force]

Makes a notebook of a Jupyter notebook (nbformat 4). Markdown stays, code of other languages becomes blocks that
do not run, outputs are left out. What tracebook export --to ipynb wrote gives its cells again.

  OUT              The file to write, - for stdout; FILE.tracebook.md beside it if left out.
  --force          Write over a file that is there.
`,
  grade: `Usage: tracebook grade --key KEY FILE... [--csv OUT] [--force]

Takes the answers of each notebook's predict cells, by the names of the cells ({#q1} on the fence), judges them by
the network and the questions of the key, and writes one line of CSV for each notebook: points for each question,
their sum, what could be had, and what is missing. A question that a notebook has twice counts by its first answer.

  --key KEY        The notebook with the questions; its own answers do not matter.
  --csv OUT        The file to write; stdout if left out.
  --force          Write over a file that is there.

Exit status: 0 all notebooks were read, whatever their points; 2 one could not be read (it has a line with 0 points
and the reason, the others are judged), or the key, an option or OUT is wrong, and then nothing is written.
`,
  help: `Usage: tracebook help [COMMAND]

Shows how a command is used.
`,
};

export function helpFor(command: CommandName | null): string {
  return command === null ? GENERAL : HELP[command];
}

function table(rows: readonly { readonly usage: string; readonly summary: string }[]): string {
  return rows.map(({ usage, summary }) => `    ${usage}\n        ${summary}`).join('\n');
}
