/** Saves a picture as a file. */
import { useContext, useEffect, useRef, useState, type ReactElement } from 'react';
import { PICTURE_FORMATS, type PictureFormat } from '../../shared/ipc';
import { PictureActions } from './actions';
import { fileOf, pagePalette } from './export';
import { fileName } from './file-name';
import type { Palette } from './palette';
import { strings } from './strings';
import type { SvgNode } from './svg';

export interface ExportMenuProps {
  readonly name: string;
  readonly draw: (palette: Palette) => SvgNode;
}

export function ExportMenu({ name, draw }: ExportMenuProps): ReactElement {
  const menu = useRef<HTMLDetailsElement>(null);
  const { savePicture } = useContext(PictureActions);
  const [failed, setFailed] = useState<string | null>(null);
  useEffect(() => {
    // Like every menu, it closes when something else is pressed or Escape is.
    const close = (event: Event): void => {
      if (menu.current === null || !menu.current.open) return;
      if (event instanceof KeyboardEvent ? event.key === 'Escape' : !menu.current.contains(target(event)))
        menu.current.open = false;
    };
    document.addEventListener('pointerdown', close);
    document.addEventListener('keydown', close);
    return () => {
      document.removeEventListener('pointerdown', close);
      document.removeEventListener('keydown', close);
    };
  }, []);

  async function save(format: PictureFormat): Promise<void> {
    if (menu.current !== null) menu.current.open = false;
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

function target(event: Event): Node | null {
  return event.target instanceof Node ? event.target : null;
}
