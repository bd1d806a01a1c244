import './app/no-eval';
import { createRoot } from 'react-dom/client';
import { App } from './app/App';
import { ErrorBoundary } from './app/ErrorBoundary';
import { startShell } from './app/start-shell';
import './ui/fonts.css';
import './ui/theme.css';
import './ui/base.css';

const place = document.getElementById('window');
if (place) {
  const root = createRoot(place);
  await startShell();
  root.render(
    <ErrorBoundary>
      <App />
    </ErrorBoundary>,
  );
}
