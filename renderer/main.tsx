import { createRoot } from 'react-dom/client';
import { App } from './app/App';
import { ErrorBoundary } from './app/ErrorBoundary';
import { startProofWindow, startShell } from './app/start-shell';
import { ProofWindow } from './proof/ProofWindow';
import './ui/fonts.css';
import './ui/theme.css';
import './ui/base.css';

const place = document.getElementById('window');
if (place) {
  const root = createRoot(place);
  const proofOnly = new URLSearchParams(location.search).has('proof');
  await (proofOnly ? startProofWindow() : startShell());
  root.render(<ErrorBoundary>{proofOnly ? <ProofWindow /> : <App />}</ErrorBoundary>);
}
