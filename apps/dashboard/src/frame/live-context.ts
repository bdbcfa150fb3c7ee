import { createContext, useContext } from 'react';
import type { LiveState } from '../api/live-feed.ts';

type Listener = () => void;

/** The state of the live feed, told by the publication's page to the header around it. Null: no page is listening. */
export class LiveNews {
  #state: LiveState | null = null;
  readonly #listeners = new Set<Listener>();

  readonly tell = (state: LiveState | null): void => {
    this.#state = state;
    for (const listener of this.#listeners) listener();
  };

  readonly read = (): LiveState | null => this.#state;

  readonly listen = (listener: Listener): (() => void) => {
    this.#listeners.add(listener);
    return () => void this.#listeners.delete(listener);
  };
}

const LiveNewsContext = createContext(new LiveNews());
export const useLiveNews = (): LiveNews => useContext(LiveNewsContext);
