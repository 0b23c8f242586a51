/** Scrolling of the slide, which is the one thing of a presentation that only the page knows. */

/** Of the height of the window, so that a line or two stay to go on from. */
const SHARE = 0.8;
/** px that do not count as more to read. */
const SLACK = 8;

function slide(): Element | null {
  return document.querySelector('.stage-slide');
}

/** Whether the place where the next result appears is in view; false where all of the slide's are shown. */
export function seesNext(): boolean {
  const place = slide()?.querySelector('[data-next]');
  const bottom = slide()?.getBoundingClientRect().bottom ?? 0;
  return place !== null && place !== undefined && place.getBoundingClientRect().bottom <= bottom + SLACK;
}

/** Scrolls a slide that is higher than the window; false at its end. */
export function scrollSlide(by: 1 | -1): boolean {
  const element = slide();
  if (element === null) return false;
  const { scrollTop, scrollHeight, clientHeight } = element;
  const left = by === 1 ? scrollHeight - clientHeight - scrollTop : scrollTop;
  if (left <= SLACK) return false;
  element.scrollBy({ top: by * Math.min(left, clientHeight * SHARE), behavior: 'instant' });
  return true;
}
