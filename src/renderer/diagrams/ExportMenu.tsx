/** Saves a picture as a file. */
import { useContext, useState, type ReactElement } from 'react';
import { PICTURE_FORMATS, type PictureFormat } from '../../shared/ipc';
import { PictureActions } from './actions';
import { fileOf, pagePalette } from './export';
import { fileName } from './file-name';
import type { Palette } from './palette';
import { strings } from './strings';
import type { SvgNode } from './svg';
import { useDropdown } from './use-dropdown';

export interface ExportMenuProps {
  readonly name: string;
  readonly draw: (palette: Palette) => SvgNode;
}

export function ExportMenu({ name, draw }: ExportMenuProps): ReactElement {
  const menu = useDropdown();
  const { savePicture } = useContext(PictureActions);
  const [failed, setFailed] = useState<string | null>(null);

  async function save(format: PictureFormat): Promise<void> {
    menu.current?.removeAttribute('open');
    const picture = draw(pagePalette());
    try {
      await savePicture(fileName(name), format, await fileOf(picture, format));
      setFailed(null);
    } catch (error) {
      setFailed(error instanceof Error ? error.message : String(error));
    }
  }

  return (
    <details ref={menu} className="diagram-export">
      <summary>{strings.pictures.export}</summary>
      <div className="diagram-menu">
        {PICTURE_FORMATS.map((format) => (
          <button key={format} type="button" onClick={() => void save(format)}>
            {strings.pictures.exportAs[format]}
          </button>
        ))}
        {failed === null ? null : <p role="alert">{failed}</p>}
      </div>
    </details>
  );
}
