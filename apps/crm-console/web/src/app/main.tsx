import '../theme/mantine.ts';
import '../theme/fonts.css';
import '../theme/global.css';
import { createRoot } from 'react-dom/client';
import { startI18n } from '../i18n/i18n.ts';
import { Providers } from './providers.tsx';

const root = document.getElementById('root');
if (!root) throw new Error('The page has no #root');
await startI18n();
createRoot(root).render(<Providers />);
