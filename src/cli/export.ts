/** `tracebook export`: a notebook as a document, its pictures, or its network as a lab. */
import { DOCUMENT_FORMATS } from '../main/handout/formats';
import { parseOptions, required, UsageError } from './arguments';
import { exportDocument } from './export-document';
import { exportLab } from './export-lab';
import { exportPictures, PICTURE_FORMATS } from './export-pictures';
import type { ExitCode, Io } from './io';

const LAB = 'containerlab';
const PICTURE_OPTIONS = ['cell', 'picture', 'theme'];

export function exportCommand(argv: readonly string[], io: Io): ExitCode {
  const args = parseOptions(argv, {
    to: 'value',
    edit: 'values',
    force: 'flag',
    cell: 'value',
    picture: 'value',
    theme: 'value',
  });
  const [file, target, extra] = args.positionals;
  const format = required(args, 'to');
  if (file === undefined) throw new UsageError('The file is missing');
  if (extra !== undefined) throw new UsageError(`"${extra}" does not belong here`);
  const pictures = PICTURE_FORMATS.find((known) => known === format);
  for (const option of PICTURE_OPTIONS)
    if (pictures === undefined && args.value(option) !== undefined)
      throw new UsageError(`--${option} belongs to pictures: --to ${PICTURE_FORMATS.join(' or ')}`);
  if (format === LAB) return exportLab(file, target, args, io);
  if (args.values('edit').length > 0)
    throw new UsageError('--edit belongs to labs; a document shows the notebook as it is');
  if (pictures !== undefined) return exportPictures(file, target, pictures, args, io);
  const document = DOCUMENT_FORMATS.find((known) => known === format);
  if (document === undefined) {
    const known = [...DOCUMENT_FORMATS, ...PICTURE_FORMATS, LAB].join(', ');
    throw new UsageError(`"${format}" is not known; --to takes ${known}`);
  }
  return exportDocument(file, document, target, args.flag('force'), io);
}
