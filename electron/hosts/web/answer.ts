import type { ServerResponse } from 'node:http';
import { securityHeaders } from '../security-headers.ts';

/** Sends a short answer with the headers that every answer has. */
export function answer(response: ServerResponse, status: number, content?: { body: string | Uint8Array; headers?: Record<string, string> }): void {
  const body = content?.body ?? '';
  response.writeHead(status, { ...securityHeaders, 'Content-Length': String(Buffer.byteLength(body)), ...content?.headers });
  response.end(body);
}

export function answerJson(response: ServerResponse, value: unknown, headers: Record<string, string> = {}): void {
  answer(response, 200, { body: JSON.stringify(value), headers: { 'Content-Type': 'application/json; charset=utf-8', ...headers } });
}
