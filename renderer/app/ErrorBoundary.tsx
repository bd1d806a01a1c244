import { Component } from 'react';
import type { ReactNode } from 'react';
import { translator } from '../../shared/i18n/translate';
import { galley } from '../galley';
import { useShell } from './shell-store';

/** Catches a bug while drawing: hands the text to the disk first, then says so and offers a fresh window. */
export class ErrorBoundary extends Component<{ readonly children: ReactNode }, { readonly broken: boolean }> {
  override state = { broken: false };

  static getDerivedStateFromError() {
    return { broken: true };
  }

  override componentDidCatch(error: unknown): void {
    const text = error instanceof Error ? (error.stack ?? error.message) : String(error);
    void galley.call('app:log', text);
    void useShell.getState().session?.queue.drained();
  }

  override render(): ReactNode {
    if (!this.state.broken) return this.props.children;
    const { settings, systemLanguage } = useShell.getState();
    const translate = translator(settings.language === 'system' ? systemLanguage : settings.language);
    return (
      <main className="broken">
        <h1>{translate('app.broken-title')}</h1>
        <p>{translate('app.broken-text')}</p>
        <button type="button" className="button primary" onClick={() => window.location.reload()}>
          {translate('app.broken-reload')}
        </button>
      </main>
    );
  }
}
