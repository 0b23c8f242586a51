import { describe, expect, it } from 'vitest';
import { zoomAfter, ZOOMS } from './zoom';

describe('the zoom', () => {
  it('goes by steps up to its ends, and back to 100 %', () => {
    expect(zoomAfter('view.zoomIn', 100)).toBe(110);
    expect(zoomAfter('view.zoomOut', 100)).toBe(90);
    expect(zoomAfter('view.zoomIn', 300)).toBe(300);
    expect(zoomAfter('view.zoomOut', 50)).toBe(50);
    for (const zoom of ZOOMS) expect(zoomAfter('view.zoomReset', zoom)).toBe(100);
  });

  it('is left alone by other commands', () => {
    expect(zoomAfter('file.save', 125)).toBeNull();
  });
});
