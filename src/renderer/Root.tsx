/** The page in the language of now. In another one it is another page: nothing that was drawn is left. */
import type { JSX } from 'react';
import { App } from './App';
import { useApp } from './app/store';
import { language } from '../shared/strings';

export function Root(): JSX.Element {
  const spoken = useApp(language);
  return <App key={spoken} />;
}
