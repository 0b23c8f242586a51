/** The pictures of a notebook as files of their own, named by cell, command and picture. */
import { fileName } from '../../renderer/diagrams/file-name';
import { editsOf, type Drawing, type Handout, type HandoutPart, type Pictures } from './handout';

export interface PictureFile {
  /** Without an ending, alone of its name: `07-hub-vm-tracert-10.2.30.10-path`. */
  readonly name: string;
  /** Number of the cell, from 1, as the window counts. */
  readonly position: number;
  readonly cellId: string;
  readonly drawing: Drawing;
}

/** In the order of the notebook; what a cell in error has no results for is left out. */
export function pictureFiles(handout: Handout, pictures: Pictures): readonly PictureFile[] {
  const digits = String(handout.parts.length).length;
  const taken = new Set<string>();
  return handout.parts.flatMap((part, index) => {
    const position = index + 1;
    return drawingsOf(part, pictures).map(({ drawing, node, command }) => {
      const [asked, picture] = wordsOf(command, drawing.id);
      const words = [String(position).padStart(digits, '0'), node, asked].filter((word) => word !== '');
      const plain = fileName(words.join('-'), picture);
      let name = plain;
      for (let again = 2; taken.has(name.toLowerCase()); again += 1) name = `${plain}-${again}`;
      taken.add(name.toLowerCase());
      return { name, position, cellId: part.cell.id, drawing };
    });
  });
}

/** The command and the picture; where the command is the picture's own (`matrix`, `perspective`), that once. */
function wordsOf(command: string, id: string): readonly [string, string] {
  const [name = ''] = command.split(' ');
  if (id !== name && !id.startsWith(`${name}-`)) return [command, id];
  return [command, id.slice(name.length + 1)];
}

interface Drawn {
  readonly drawing: Drawing;
  /** Who was asked what; empty for the network of a cell. */
  readonly node: string;
  readonly command: string;
}

function drawingsOf({ output, view }: HandoutPart, pictures: Pictures): Drawn[] {
  if (output === null || output.status === 'blocked') return [];
  // A line that is wrong takes nothing from what the others show.
  if (output.status === 'error' && output.kind !== 'console') return [];
  switch (output.kind) {
    case 'topology':
    case 'edit':
    case 'scenario':
      return view === null
        ? []
        : pictures.ofNetwork(view, editsOf(output)).map((drawing) => ({ drawing, node: '', command: '' }));
    case 'console':
      return output.entries.flatMap(({ node, command, result }) =>
        pictures.ofResult(result, view).map((drawing) => ({ drawing, node, command })),
      );
    default:
      return [];
  }
}
