/** The page in the language of now: in another one all its words are, and all else stays. */
import type { JSX } from 'react';
import { App } from './App';
import { useApp } from './app/store';
import { SpokenLanguage } from './ui/spoken';
import { language } from '../shared/strings';

export function Root(): JSX.Element {
  const spoken = useApp(language);
  return (
    <SpokenLanguage value={spoken}>
      <App />
    </SpokenLanguage>
  );
}
