/** The notebook on a screen in front of people: a slide, what is revealed of it, and where it is. */
import { useEffect, useLayoutEffect, useRef, useState, type JSX, type PointerEvent } from 'react';
import { useServices } from '../app/api';
import { commandKeys } from '../app/command-words';
import { useApp } from '../app/store';
import { presentWords } from '../app/strings';
import { shownOf, steppedReveal, type Shown } from './presentation';
import { SlideView } from './SlideView';
import './stage.css';

export function Presentation(): JSX.Element {
  const state = useApp((app) => app);
  const { presentation } = state;
  const shown = shownOf(state);
  const { slides, index, slide, reveals, count } = shown;
  const stepped = steppedReveal(state);
  const page = useRef<HTMLDivElement>(null);
  useFullScreen();
  useStillPage();
  const byKeys = useByKeys();

  /** After a press with the pointer the keys go on with the slides. */
  function onPointerUp(event: PointerEvent): void {
    const field = event.target instanceof Element && event.target.closest('input, select, textarea, label');
    if (field === null) page.current?.focus({ preventScroll: true });
  }

  return (
    <main
      className={byKeys ? 'stage stage-by-keys' : 'stage'}
      aria-label={presentWords.label}
      onPointerUp={onPointerUp}
    >
      <div
        ref={page}
        className="stage-slide"
        role="group"
        tabIndex={0}
        aria-label={
          slide === null
            ? presentWords.empty
            : presentWords.slide(index + 1, slides.length, slide.title || presentWords.untitled)
        }
      >
        {slide === null ? (
          <p className="placeholder stage-empty">{presentWords.empty}</p>
        ) : (
          <SlideView
            key={index}
            slide={slide}
            reveals={reveals}
            count={count}
            step={presentation?.step ?? null}
            stepped={stepped}
          />
        )}
      </div>
      <Foot shown={shown} steps={stepped !== null} />
      <p className="visually-hidden" role="status">
        {presentation?.blank === true ? presentWords.blank : said(shown)}
      </p>
      {presentation?.blank === true ? <div className="stage-blank" aria-hidden="true" /> : null}
    </main>
  );
}

function said({ slides, index, slide, reveals, count }: Shown): string {
  if (slide === null) return presentWords.empty;
  const place = presentWords.slide(index + 1, slides.length, slide.title || presentWords.untitled);
  return presentWords.said(place, reveals.length === 0 ? null : presentWords.results(count, reveals.length));
}

/** The window fills the screen as long as the presentation lasts; where it may not, it goes on in the window. */
function useFullScreen(): void {
  const { api } = useServices();
  useEffect(() => {
    const before = api.fullScreen(true).catch(() => true);
    return () => {
      void before.then((was) => (was ? undefined : api.fullScreen(false))).catch(() => undefined);
    };
  }, [api]);
}

/** The page behind the slide does not scroll. */
function useStillPage(): void {
  useLayoutEffect(() => {
    const { classList } = document.body;
    classList.add('presenting');
    return () => classList.remove('presenting');
  }, []);
}

/** Whether keys were the last thing used: a pointer that rests on the slide hides then, and opens no tooltips. */
function useByKeys(): boolean {
  const [byKeys, setByKeys] = useState(false);
  useEffect(() => {
    let last: string | null = null;
    const onKey = (): void => setByKeys(true);
    const onMove = ({ screenX, screenY }: MouseEvent): void => {
      // What comes to lie beneath a resting pointer makes events, too.
      const place = `${screenX} ${screenY}`;
      if (last !== null && last !== place) setByKeys(false);
      last = place;
    };
    const onPress = (): void => setByKeys(false);
    window.addEventListener('keydown', onKey, true);
    window.addEventListener('pointermove', onMove);
    window.addEventListener('pointerdown', onPress);
    window.addEventListener('wheel', onPress);
    return () => {
      window.removeEventListener('keydown', onKey, true);
      window.removeEventListener('pointermove', onMove);
      window.removeEventListener('pointerdown', onPress);
      window.removeEventListener('wheel', onPress);
    };
  }, []);
  return byKeys;
}

function Foot({ shown, steps }: { readonly shown: Shown; readonly steps: boolean }): JSX.Element {
  const settings = useApp((state) => state.settings);
  const title = useApp((state) => state.notebook.title ?? state.document.name);
  const instructor = useApp((state) => state.instructor);
  const { slides, index, reveals, count } = shown;
  const { hints } = presentWords;
  const first = (id: Parameters<typeof commandKeys>[0]): string => commandKeys(id, settings)[0] ?? '';
  return (
    <div className="stage-foot">
      <div
        className="stage-progress"
        style={{ width: `${slides.length === 0 ? 0 : ((index + 1) / slides.length) * 100}%` }}
      />
      <span className="stage-title">{title}</span>
      {instructor ? (
        <span className="badge badge-instructor" title={presentWords.instructorHint}>
          {presentWords.instructor}
        </span>
      ) : null}
      <span className="stage-hints">
        {steps ? (
          <Hint keys={`${first('present.stepForward')} ${first('present.stepBack')}`} does={hints.step} />
        ) : null}
        {index === 0 && count === 0 ? (
          <>
            <Hint keys={first('present.forward')} does={hints.next} />
            <Hint keys={first('present.leave')} does={hints.leave} />
          </>
        ) : null}
      </span>
      {reveals.length === 0 ? null : (
        <span className="stage-results" role="img" aria-label={presentWords.results(count, reveals.length)}>
          {reveals.map(({ cellId, entry }, at) => (
            <span
              key={`${cellId} ${entry ?? ''}`}
              className={at < count ? 'stage-dot stage-dot-on' : 'stage-dot'}
            />
          ))}
        </span>
      )}
      <span className="stage-counter">
        {presentWords.counter(slides.length === 0 ? 0 : index + 1, slides.length)}
      </span>
    </div>
  );
}

function Hint({ keys, does }: { readonly keys: string; readonly does: string }): JSX.Element {
  return (
    <span className="stage-hint">
      <kbd>{keys}</kbd> {does}
    </span>
  );
}
