import { app } from 'electron';
export const wrong = app;
