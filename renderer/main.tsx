import './schemas.ts';
import '@mantine/core/styles.css';
import '@mantine/spotlight/styles.css';
import '@mantine/notifications/styles.css';
import '@fontsource/source-sans-3/latin-400.css';
import '@fontsource/source-sans-3/latin-600.css';
import '@fontsource/source-sans-3/latin-700.css';
import '@fontsource/source-sans-3/latin-ext-400.css';
import '@fontsource/source-sans-3/latin-ext-600.css';
import '@fontsource/source-sans-3/vietnamese-400.css';
import '@fontsource/source-sans-3/vietnamese-600.css';
import '@fontsource/source-sans-3/greek-400.css';
import '@fontsource/source-sans-3/greek-600.css';
import '@fontsource/source-sans-3/cyrillic-400.css';
import '@fontsource/source-sans-3/cyrillic-600.css';
import './app/global.css';
import './app/mantine.css';
import './ui/ui.css';
import './ui/recovery-kit.css';
import './ui/signature.css';
import './ui/pdf.css';
import './app/frame.css';
import './app/palette.css';
import './unlock/unlock.css';
import './today/today.css';
import './today/unfinished.css';
import './clients/clients.css';
import './settings/settings.css';
import './backup/backup.css';
import './audit/audit.css';
import './consent/consent.css';
import './consent/review.css';
import './handover/flow.css';
import './handover/areas.css';
import './handover/answers.css';
import { setNonce } from 'get-nonce';
import { createRoot } from 'react-dom/client';
import { App } from './app/app.tsx';
import './words.ts';

const nonce = document.querySelector('meta[name="csp-nonce"]')?.getAttribute('content') ?? '';
setNonce(nonce);

/** The shell opens the page with this hash when the vault process ended by itself. */
const ended = window.location.hash === '#ended';
if (ended) window.history.replaceState(null, '', '#/');

const root = document.getElementById('root');
if (root) createRoot(root).render(<App nonce={nonce} ended={ended} />);
