/** What is wrong with a cell of a notebook, whatever its kind, and with the file around the cells. */
import type { CellKind } from '../../notebook';

const count = (number: number, noun: string): string => `${number} ${noun}${number === 1 ? '' : 's'}`;

export const cellReasons = {
  label: (kind: CellKind, line: string | null) => `the ${kind} cell${line === null ? '' : ` \`${line}\``}`,
  engineFailed: (reason: string) => `The engine failed on this cell: ${reason}`,
  conflict: 'Git left both sides of a conflict here',
  keepOne: 'keep what is right and delete the lines of marks',
  noNetwork: 'There is no network yet',
  addTopology: 'put a topology cell above this one',
  waitsFor: (label: string) => `This cell waits for ${label} above`,
  mendFirst: 'mend that cell first',
  tooManyEdits: (most: number) => `A cell may have up to ${most} edits`,

  /** What stands in a text for an output that has none of its own, and around checks and predictions. */
  outputs: {
    blocked: (kind: CellKind) => `(${kind} cell blocked)`,
    inError: (kind: CellKind) => `(${kind} cell in error)`,
    unchanged: '(edit cell in error: nothing was changed)',
    network: (nodes: number, links: number) =>
      `(network of ${count(nodes, 'node')} and ${count(links, 'link')})`,
    expected: (text: string) => `expected  ${text}`,
    actual: (text: string) => `actual    ${text}`,
    open: 'open',
    right: 'right',
    wrong: (remark: string) => `wrong: ${remark}`,
  },

  file: {
    tooLarge: (mib: string, most: number) => `The file is ${mib} MiB; a notebook may have up to ${most} MiB`,
    newer: (version: number, known: number) =>
      `This notebook has format version ${version}, newer than this Tracebook's ${known}; it is shown read-only`,
    openNewer: 'Open it with a newer Tracebook to change it',
    frontMatterOpen:
      'The front matter that begins here is never closed, so it is Markdown and counts for nothing',
    closeFrontMatter: 'Close it with a line `---`',
    open: 'What begins here is never closed and runs to the end of the file',
    closeWith: (line: string) => `Close it with a line \`${line}\``,
    closeWithMany: (count: number, character: string) => `Close it with ${count} times "${character}"`,
    noKind: (word: string) => `"${word}" is no kind of cell, so this block is Markdown and does not run`,
    tooManyCells: (most: number) =>
      `The file has more than ${most} cells; all from here on is one Markdown cell`,
  },

  frontMatter: {
    wrong: (why: string) => `Front matter: ${why}`,
    defaultUsed: 'the file keeps what it says; the default is used',
    tooLong: 'It is too long to be read',
    lines: 'It must be lines of `key: value`',
    mustBe: (key: string, what: string) => `\`${key}\` must be ${what}`,
    version: 'a format version such as 1',
    seed: (most: number) => `a whole number from 0 to ${most}`,
    title: 'text',
  },

  expect: {
    example: 'for example `alice -> bob path 10.1.0.1 * 10.3.0.10`',
    pairExample: (check: string) => `for example \`${check} alice bob\``,
    tooMany: (most: number) => `A cell may have up to ${most} checks`,
    anotherCell: 'Put the rest into a cell of its own',
    reads: 'An expectation reads `SOURCE -> TARGET CHECK`',
    arrow: (word: string) => `Expected \`->\` here, not "${word}"`,
    noSource: 'The source is missing',
    noTarget: 'The target is missing',
    noCheck: 'The check is missing',
    oneOf: (checks: readonly string[]) => `one of ${checks.join(', ')}`,
    noPair: 'No line above names the source and target of this check',
    writePair: (check: string) =>
      `write \`alice -> bob ${check} ...\`, or \`reach alice bob\` in a line above`,
    noNode: (name: string) => `There is no node "${name}"`,
    neither: (text: string) => `"${text}" is neither an address nor a node`,
    noHop: (text: string) => `"${text}" is no hop`,
    aHop: 'a hop is an address, or `*` for a silent one',
    noHops: 'The hops of the path are missing',
    nothingFollows: (check: string) => `Nothing may follow \`${check}\``,
    nodeMissing: 'The node is missing',
    viaExample: 'for example `via r1`',
    oneNode: 'Only one node may follow `via`',
    noLimit: 'A time limit is missing or not understood',
    limitExample: 'for example `rtt < 80ms` or `rtt < 1.5s`',
    observedMissing: 'The observed cell is missing',
    observedExample: 'for example `same-as published`',
    oneName: 'Only one name may follow `same-as`',
    unknown: (check: string) => `There is no check "${check}"`,
    untraced: 'The target cannot be traced',
    noObserved: (name: string) => `There is no observed cell "${name}" above`,
    nameObserved: (name: string) => `name one: \`observed ${name}\``,
    emptyObserved: (name: string) => `The observed cell "${name}" holds nothing to compare with`,
  },

  predict: {
    example: 'for example `ask alice -> bob path`',
    tooMany: (most: number) => `A cell may have up to ${most} lines`,
    unknown: (word: string) => `"${word}" means nothing here`,
    second: (keyword: string) => `There is a second \`${keyword}\`; a cell has one`,
    noQuestion: 'The question is missing',
    reads: 'A question reads `ask SOURCE -> TARGET`',
    onlyPath: 'Only `path` may follow the target',
    twoForms: 'The hops are asked for and choices are given; a question has one form',
    noChoices: 'There is nothing to choose from',
    giveChoices: 'write `path` for the hops, or lines `choice CHECK`',
    choiceMissing: 'The choice is missing',
    notObserved: 'A choice is a check of the path, not of an observed cell',
    points: (most: number) => `Points are a whole number from 0 to ${most}`,
    noChoice: (text: string) => `"${text}" is none of the choices`,
  },

  observed: {
    taken: (name: string) => `There is an observed cell "${name}" already`,
    anotherName: 'choose another name',
    noOutput:
      'Nothing here reads as the output of tracert, traceroute, pathping, mtr, ping or as effective routes',
    paste: 'paste it from its first line on, or at least its rows',
    behind: (word: string) => `What stands behind \`${word}\` is missing`,
    unexpected: (word: string) => `"${word}" is not expected here`,
    reads: 'it reads `observed NAME from SOURCE to TARGET`; each part may be left out',
    onlyFirst: (most: number) => `Only the first ${most} lines are read`,
    lineTooLong: (most: number) => `A line longer than ${most} characters is not read`,
  },
};
