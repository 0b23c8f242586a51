/** Steps through the frames of a picture: by hand in both directions, or by itself at a chosen speed. */
import { useEffect, useState, type KeyboardEvent, type ReactElement, type ReactNode } from 'react';
import { strings } from './strings';

export interface PlayerProps {
  readonly frame: number;
  readonly count: number;
  /** The first frame is the state before the first step. */
  readonly hasStart: boolean;
  readonly onFrame: (frame: number) => void;
  /** The picture that is played. */
  readonly children: ReactNode;
}

/** How long a step lasts at speed 1, ms: long enough to read a sentence. */
const STEP = 1600;
const SPEEDS = [0.5, 1, 2, 4] as const;

/** Keys of video players, which work wherever the keyboard is in the picture. */
type PlayerKey = ',' | '.' | ';' | '<' | '>';

const texts = strings.pictures;

export function Player({ frame, count, hasStart, onFrame, children }: PlayerProps): ReactElement {
  const [playing, setPlaying] = useState(false);
  const [speed, setSpeed] = useState(1);
  const last = count - 1;
  const position = hasStart ? texts.position(frame, last) : texts.position(frame + 1, count);
  if (playing && frame >= last) setPlaying(false);

  useEffect(() => {
    if (!playing) return undefined;
    const timer = setTimeout(() => onFrame(Math.min(frame + 1, last)), STEP / speed);
    return () => clearTimeout(timer);
  }, [playing, frame, last, speed, onFrame]);

  const go = (to: number): void => {
    setPlaying(false);
    onFrame(Math.max(0, Math.min(to, last)));
  };
  const togglePlaying = (): void => {
    // At its end it begins anew.
    if (!playing && frame >= last) onFrame(0);
    setPlaying(!playing);
  };
  const faster = (by: number): void => {
    const at = SPEEDS.findIndex((each) => each === speed) + by;
    setSpeed(SPEEDS[Math.max(0, Math.min(at, SPEEDS.length - 1))] ?? speed);
  };
  const keys: Readonly<Record<PlayerKey, () => void>> = {
    ',': () => go(frame - 1),
    '.': () => go(frame + 1),
    ';': togglePlaying,
    '<': () => faster(-1),
    '>': () => faster(1),
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.ctrlKey || event.metaKey || event.altKey || !isPlayerKey(event.key)) return;
    event.preventDefault();
    keys[event.key]();
  };
  /** Among the buttons arrows go from step to step; the slider has its own. */
  const onArrow = (event: KeyboardEvent): void => {
    const to = { ArrowRight: frame + 1, ArrowLeft: frame - 1, Home: 0, End: last }[event.key];
    if (to === undefined || !(event.target instanceof HTMLButtonElement)) return;
    event.preventDefault();
    go(to);
  };
  const button = (label: string, sign: string, to: number, key: string | null = null): ReactElement => (
    <button
      type="button"
      aria-label={label}
      aria-keyshortcuts={key ?? undefined}
      title={key === null ? label : texts.withKey(label, key)}
      aria-disabled={to === frame}
      onClick={() => go(to)}
    >
      {sign}
    </button>
  );
  return (
    <div onKeyDown={onKeyDown}>
      <div className="diagram-player" role="toolbar" aria-label={texts.play} onKeyDown={onArrow}>
        {button(texts.first, '|◀', 0)}
        {button(texts.back1, '◀', Math.max(0, frame - 1), ',')}
        <button
          type="button"
          className="diagram-play"
          title={texts.withKey(playing ? texts.pause : texts.play, ';')}
          aria-keyshortcuts=";"
          onClick={togglePlaying}
        >
          {playing ? texts.pause : texts.play}
        </button>
        {button(texts.forward, '▶', Math.min(last, frame + 1), '.')}
        {button(texts.last, '▶|', last)}
        <input
          type="range"
          min={0}
          max={last}
          value={frame}
          aria-label={texts.slider}
          aria-valuetext={position}
          onChange={(event) => go(event.target.valueAsNumber)}
        />
        <span className="diagram-position">{position}</span>
        <label title={texts.withKey(texts.speed, '< >')}>
          {texts.speed}{' '}
          <select value={speed} onChange={(event) => setSpeed(Number(event.target.value))}>
            {SPEEDS.map((each) => (
              <option key={each} value={each}>
                {texts.speeds(each)}
              </option>
            ))}
          </select>
        </label>
      </div>
      {children}
    </div>
  );
}

function isPlayerKey(key: string): key is PlayerKey {
  return [',', '.', ';', '<', '>'].includes(key);
}
