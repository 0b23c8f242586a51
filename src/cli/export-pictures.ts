/** `tracebook export --to svg|png`: each picture of each cell as a file. */
import { handoutOf } from '../main/handout/handout';
import { pictureFiles, type PictureFile } from '../main/handout/picture-files';
import { picturesInTheme, THEMES } from '../main/handout/pictures';
import { UsageError, type Arguments } from './arguments';
import { evaluated } from './evaluated';
import type { ExitCode, Io } from './io';

export const PICTURE_FORMATS = ['svg', 'png'] as const;
export type PictureFormat = (typeof PICTURE_FORMATS)[number];

/** Whether a command line asks for PNG, which takes something that must be made ready before. */
export function asksForPng(argv: readonly string[]): boolean {
  return argv[0] === 'export' && (argv.includes('--to=png') || argv[argv.indexOf('--to') + 1] === 'png');
}

export function exportPictures(
  file: string,
  folder: string | undefined,
  format: PictureFormat,
  args: Arguments,
  io: Io,
): ExitCode {
  if (folder === undefined) throw new UsageError('The folder to write to is missing');
  const theme = THEMES.find((known) => known === (args.value('theme') ?? 'light'));
  if (theme === undefined) throw new UsageError(`--theme takes ${THEMES.join(' or ')}`);
  const draw = format === 'svg' ? (svg: string): string => svg : io.png;
  if (draw === undefined) throw new UsageError('PNG cannot be drawn here; take svg');
  const run = evaluated(file, io);
  if (run === null) return 2;
  const all = pictureFiles(handoutOf(run.notebook, run.evaluation), picturesInTheme(theme));
  const chosen = choose(all, args);
  const files = new Map(
    chosen.map(({ name, drawing }) => [`${name}.${format}`, draw(drawing.draw())] as const),
  );
  const failure = io.writeFolder(folder, files, args.flag('force'));
  if (failure !== null) {
    io.err(`${folder}: error: ${failure}\n`);
    return 2;
  }
  io.out(`${folder}: ${files.size} ${files.size === 1 ? 'picture' : 'pictures'}\n`);
  return 0;
}

/** Throws where nothing is left: a cell or picture that is not there was meant to be. */
function choose(all: readonly PictureFile[], args: Arguments): readonly PictureFile[] {
  const cell = args.value('cell');
  const picture = args.value('picture');
  const ofCell =
    cell === undefined
      ? all
      : all.filter(({ position, cellId }) => String(position) === cell || cellId === cell);
  if (cell !== undefined && ofCell.length === 0)
    throw new UsageError(`Cell ${cell} has no pictures; these have: ${list(all, (each) => each.position)}`);
  const chosen = picture === undefined ? ofCell : ofCell.filter(({ drawing }) => drawing.id === picture);
  if (picture !== undefined && chosen.length === 0)
    throw new UsageError(
      `There is no picture ${picture}; there are: ${list(ofCell, ({ drawing }) => drawing.id)}`,
    );
  return chosen;
}

function list(files: readonly PictureFile[], word: (file: PictureFile) => string | number): string {
  return [...new Set(files.map(word))].join(', ') || 'none';
}
