/** The page's way to main and to its own commands, for components below. */
import { createContext, useContext } from 'react';
import type { TracebookApi } from '../../shared/ipc';
import type { RunCommand } from './commands';

declare global {
  interface Window {
    readonly tracebook: TracebookApi;
  }
}

export interface Services {
  readonly api: TracebookApi;
  readonly run: RunCommand;
}

export const ServicesContext = createContext<Services | null>(null);

export function useServices(): Services {
  const services = useContext(ServicesContext);
  if (services === null) throw new Error('no services around this component');
  return services;
}
