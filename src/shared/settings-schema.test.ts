import { describe, expect, it } from 'vitest';
import { DEFAULT_SETTINGS } from './settings';
import { parseSettings } from './settings-schema';

describe('settings', () => {
  it('that are missing have their defaults', () => {
    expect(parseSettings('{}')).toEqual(DEFAULT_SETTINGS);
  });

  it('keep what is set', () => {
    const settings = {
      language: 'ja',
      highContrast: 'on',
      reducedMotion: 'off',
      spacing: 'wide',
      zoom: 150,
      autosave: 'onBlur',
      keys: { 'cell.delete': ['Delete'], 'cell.merge': [] },
    };
    expect(parseSettings(JSON.stringify(settings))).toEqual(settings);
  });

  it.each([
    ['{"autosave":"always"}', /^autosave: /],
    ['{"language":"tlh"}', /^language: /],
    ['{"zoom":105}', /^zoom: no step/],
    ['{"spacing":"huge"}', /^spacing: /],
    ['{"keys":{"cell.delete":["Hyper+D"]}}', /^keys\.cell\.delete\.0: no key/],
    ['{"keys":{"cell.explode":["D"]}}', /cell\.explode/],
    ['{"sound":true}', /sound/],
    ['{', /JSON|Expected|property/],
  ])('refuse %s and say why', (text, why) => {
    expect(() => parseSettings(text)).toThrow(why);
  });
});
