import path from 'node:path';
import { app } from 'electron';
import { BERLINER } from '../shared/print/templates/shipped';
import type { Press } from './press/press';
import { pressClient } from './press/press-client';
import { findPressResources } from './press/resources';
import { warmInterview } from './press/warm-interview';
import { utilityHost } from './utility-host';

/** The press of the app: it can be made ready before anyone asks for a page. */
export interface PressHost extends Press {
  /** Starts the process and prints a real page for nobody: only a full page warms the compiler enough to matter. */
  warmUp(): Promise<void>;
}

/** Typst in a utility process, started with the first page. */
export function createPressHost(script = path.join(import.meta.dirname, 'press.js')): PressHost {
  const resources = () => findPressResources(app.isPackaged ? process.resourcesPath : undefined);
  const press = pressClient(() => utilityHost(script, 'press'), resources);
  return {
    ...press,
    async warmUp() {
      // How it went shows itself when a page is asked for.
      await press.proof({ interview: warmInterview(), template: BERLINER, missing: [], pages: [0] });
    },
  };
}
