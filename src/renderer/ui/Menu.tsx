/** A menu at a point of the window: arrows, letters, Enter and Escape, as menus of the system have them. */
import { useEffect, useLayoutEffect, useRef, useState, type JSX, type KeyboardEvent } from 'react';
import { Keys } from './Keys';

export interface MenuItem {
  readonly id: string;
  readonly label: string;
  readonly keys?: string | undefined;
  readonly disabled?: boolean;
  readonly run: () => void;
}

interface Props {
  readonly label: string;
  /** What belongs together stands in one list; a line parts the lists. */
  readonly sections: readonly (readonly MenuItem[])[];
  readonly x: number;
  readonly y: number;
  readonly onClose: () => void;
}

/** px kept between a menu and the edge of the window. */
const MARGIN = 8;

export function Menu({ label, sections, x, y, onClose }: Props): JSX.Element {
  const menu = useRef<HTMLDivElement>(null);
  const opener = useRef<Element | null>(null);
  const [place, setPlace] = useState({ left: x, top: y });
  const latest = useRef(onClose);
  useLayoutEffect(() => {
    latest.current = onClose;
  });

  useLayoutEffect(() => {
    const { current } = menu;
    if (current === null) return;
    const { width, height } = current.getBoundingClientRect();
    setPlace({
      left: Math.max(MARGIN, Math.min(x, innerWidth - width - MARGIN)),
      top: Math.max(MARGIN, Math.min(y, innerHeight - height - MARGIN)),
    });
  }, [x, y]);

  useEffect(() => {
    opener.current = document.activeElement;
    menu.current?.querySelector<HTMLElement>('[role="menuitem"]:not([aria-disabled="true"])')?.focus();
    const leave = (event: Event): void => {
      if (event.target instanceof Node && menu.current?.contains(event.target) === true) return;
      latest.current();
    };
    const end = (): void => latest.current();
    window.addEventListener('pointerdown', leave, { capture: true });
    window.addEventListener('blur', end);
    window.addEventListener('wheel', leave, { capture: true });
    return () => {
      window.removeEventListener('pointerdown', leave, { capture: true });
      window.removeEventListener('blur', end);
      window.removeEventListener('wheel', leave, { capture: true });
    };
  }, []);

  function giveBack(): void {
    const { current } = opener;
    if (current instanceof HTMLElement || current instanceof SVGElement)
      current.focus({ preventScroll: true });
  }

  function choose(item: MenuItem): void {
    if (item.disabled === true) return;
    giveBack();
    onClose();
    item.run();
  }

  function onKeyDown(event: KeyboardEvent): void {
    const items = [...(menu.current?.querySelectorAll<HTMLElement>('[role="menuitem"]') ?? [])];
    const at = items.findIndex((item) => item === document.activeElement);
    const to = (index: number): void => {
      event.preventDefault();
      items[(index + items.length) % items.length]?.focus();
    };
    if (event.key === 'Escape' || event.key === 'Tab') {
      event.preventDefault();
      giveBack();
      onClose();
    } else if (event.key === 'ArrowDown') to(at + 1);
    else if (event.key === 'ArrowUp') to(at - 1);
    else if (event.key === 'Home') to(0);
    else if (event.key === 'End') to(items.length - 1);
    else if (event.key.length === 1 && event.key !== ' ') {
      const order = [...items.slice(at + 1), ...items.slice(0, at + 1)];
      const found = order.find((item) => item.textContent?.toLowerCase().startsWith(event.key.toLowerCase()));
      if (found !== undefined) to(items.indexOf(found));
    }
  }

  return (
    <div
      ref={menu}
      className="menu"
      role="menu"
      aria-label={label}
      style={place}
      onKeyDown={onKeyDown}
      onContextMenu={(event) => event.preventDefault()}
    >
      {sections
        .filter((items) => items.length > 0)
        .map((items, index) => (
          <div key={items[0]?.id} role="group" className={index === 0 ? undefined : 'menu-section'}>
            {items.map((item) => (
              <button
                key={item.id}
                type="button"
                role="menuitem"
                className="menu-item"
                tabIndex={-1}
                aria-disabled={item.disabled === true}
                onPointerMove={(event) => event.currentTarget.focus()}
                onClick={() => choose(item)}
              >
                <span>{item.label}</span>
                {item.keys === undefined ? null : <Keys keys={item.keys} />}
              </button>
            ))}
          </div>
        ))}
    </div>
  );
}
