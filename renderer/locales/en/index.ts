import { briefing } from './briefing.ts';
import { causes } from './causes.ts';
import { charts } from './charts.ts';
import { calibration } from './calibration.ts';
import { clips } from './clips.ts';
import { coaching } from './coaching.ts';
import { codebook } from './codebook.ts';
import { errors } from './errors.ts';
import { evaluate } from './evaluate.ts';
import { figure } from './figure.ts';
import { frame } from './frame.ts';
import { gap } from './gap.ts';
import { home } from './home.ts';
import { imports } from './imports.ts';
import { interactions } from './interactions.ts';
import { listen } from './listen.ts';
import { metrics } from './metrics.ts';
import { privacy } from './privacy.ts';
import { salvage } from './salvage.ts';
import { customers } from './customers.ts';
import { signals } from './signals.ts';

/** Every text of the page by namespace: one file per feature, added here by one line. */
export const en = { frame, figure, errors, briefing, causes, charts, codebook, evaluate, gap, home, import: imports, interactions, listen, metrics, clips, coaching, customers, privacy, salvage, signals, calibration };
