import { plainCueText } from '#engine/importers/transcripts/captions/cue-text.ts';

/** What stands between these is never read. */
const hidden: readonly [open: string, close: string][] = [['<!--', '-->'], ['<script', '</script>'], ['<style', '</style>'], ['<head>', '</head>'], ['<title', '</title>']];
const block = /<\/?(?:p|div|br|tr|li|h[1-6]|blockquote|table|ul|ol|hr)\b[^>]{0,2000}>/gi;

/** The words of an HTML mail: blocks become lines, tags vanish, references are resolved. */
export function htmlToText(html: string): string {
  const visible = hidden.reduce((text, [open, close]) => without(text, open, close), html);
  const lines = visible.replace(/\s+/g, ' ').replace(block, '\n').replace(/<[^>]{0,2000}>/g, '');
  return plainCueText(lines.replaceAll('<', '&lt;')).replace(/\u00a0/g, ' ').replace(/[ \t]*\n[ \t]*/g, '\n').replace(/\n{3,}/g, '\n\n').trim();
}

/** Cuts out everything between two marks; searching once forward keeps a thousand open marks from costing the square. */
function without(text: string, open: string, close: string): string {
  const lower = text.toLowerCase();
  const kept: string[] = [];
  let at = 0;
  for (let start = lower.indexOf(open); start >= 0; start = lower.indexOf(open, at)) {
    kept.push(text.slice(at, start));
    const end = lower.indexOf(close, start);
    if (end < 0) return kept.join('');
    at = end + close.length;
  }
  return kept.join('') + text.slice(at);
}
