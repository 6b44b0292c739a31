import './engine/zod-without-eval.ts';
import { createRoot } from 'react-dom/client';
import { listenForKeys } from './app/commands/key-listener.ts';
import { runCommand } from './app/commands/handlers.ts';
import { engine, shell } from './app/connection.ts';
import { followAddress } from './app/follow-address.ts';
import { followAppearance } from './app/follow-appearance.ts';
import { Providers } from './app/providers.tsx';
import { Frame } from './app/frame.tsx';
import { startTexts } from './locales/i18n.ts';
import { chosenLocale } from './locales/locale-choice.ts';
import './styles/tokens.css';
import './styles/base.css';
import './styles/side-mark.css';

const root = document.getElementById('root');
if (!root) throw new Error('The page has no #root.');

followAppearance();
followAddress();
listenForKeys();
shell.onMenuCommand(runCommand);

createRoot(root).render(
  <Providers texts={startTexts(chosenLocale())} queryClient={engine.queryClient}>
    <Frame />
  </Providers>,
);
