import { createServer } from 'node:http';
export const wrong = createServer;
