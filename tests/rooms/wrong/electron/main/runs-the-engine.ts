import { createEngine } from '#engine/index.ts';
export const wrong = createEngine;
