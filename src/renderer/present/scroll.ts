/** Scrolling of the slide, which is the one thing of a presentation that only the page knows. */

/** Of the height of the window, so that a line or two stay to go on from. */
const SHARE = 0.8;
/** px that do not count as more to read. */
const SLACK = 8;

function slide(): Element | null {
  return document.querySelector('.stage-slide');
}

/** Whether all is seen that stands before the next result; false where all of the slide's are shown. */
export function seesNext(): boolean {
  const place = slide()?.querySelector('[data-next]');
  const bottom = slide()?.getBoundingClientRect().bottom ?? 0;
  return place !== null && place !== undefined && place.getBoundingClientRect().bottom <= bottom + SLACK;
}

/** px from the top of the slide to a picture that it scrolls to. */
const ABOVE = 8;

/** How far down the first picture is that the window's edge cuts, though it has room for it whole, px; null without. */
function toCutPicture(element: Element): number | null {
  const { top, bottom, height } = element.getBoundingClientRect();
  for (const picture of element.querySelectorAll('.diagram svg, .diagram-map svg')) {
    const box = picture.getBoundingClientRect();
    const isCut = box.top < bottom && box.bottom > bottom + SLACK;
    if (isCut && box.height + ABOVE <= height && box.top - top > 2 * ABOVE) return box.top - top - ABOVE;
  }
  return null;
}

/** Scrolls a slide that is higher than the window; false at its end. */
export function scrollSlide(by: 1 | -1): boolean {
  const element = slide();
  if (element === null) return false;
  const { scrollTop, scrollHeight, clientHeight } = element;
  const left = by === 1 ? scrollHeight - clientHeight - scrollTop : scrollTop;
  if (left <= SLACK) return false;
  const page = clientHeight * SHARE;
  const far = by === 1 ? (toCutPicture(element) ?? page) : page;
  element.scrollBy({ top: by * Math.min(left, far), behavior: 'instant' });
  return true;
}
