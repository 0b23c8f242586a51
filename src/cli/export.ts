/** `tracebook export`: a notebook as a document, or its network as a lab. */
import { DOCUMENT_FORMATS } from '../main/handout/documents';
import { parseOptions, required, UsageError } from './arguments';
import { exportDocument } from './export-document';
import { exportLab } from './export-lab';
import type { ExitCode, Io } from './io';

const LAB = 'containerlab';

export function exportCommand(argv: readonly string[], io: Io): ExitCode {
  const args = parseOptions(argv, { to: 'value', edit: 'values', force: 'flag' });
  const [file, target, extra] = args.positionals;
  const format = required(args, 'to');
  if (file === undefined) throw new UsageError('The file is missing');
  if (extra !== undefined) throw new UsageError(`"${extra}" does not belong here`);
  if (format === LAB) return exportLab(file, target, args, io);
  const document = DOCUMENT_FORMATS.find((known) => known === format);
  if (document === undefined)
    throw new UsageError(`"${format}" is not known; --to takes ${[...DOCUMENT_FORMATS, LAB].join(', ')}`);
  if (args.values('edit').length > 0)
    throw new UsageError('--edit belongs to labs; a document shows the notebook as it is');
  return exportDocument(file, document, target, args.flag('force'), io);
}
