#!/usr/bin/env node
import { ensureBuilt } from '../scripts/freshness.mjs';

ensureBuilt();
await import('../out/main/cli.js');
