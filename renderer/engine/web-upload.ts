import type { FileHandle, HandOverProgress } from './shell.ts';
import { guardHeader } from './web-session.ts';

/** A file on its way: `name` may hold `/` for a file inside a folder; files of one `folder` share a handle. */
export type Upload = { readonly file: File; readonly name: string; readonly folder: string | null };

const parallelUploads = 4;

function send(upload: Upload, onSent: (bytes: number) => void): Promise<FileHandle> {
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest();
    request.open('POST', '/upload');
    request.responseType = 'json';
    request.setRequestHeader('X-Earshot', guardHeader['X-Earshot']);
    request.setRequestHeader('Content-Type', 'application/octet-stream');
    request.setRequestHeader('X-Earshot-Name', encodeURIComponent(upload.name));
    if (upload.folder !== null) request.setRequestHeader('X-Earshot-Folder', upload.folder);
    request.upload.onprogress = (event) => onSent(event.loaded);
    request.onload = () => {
      if (request.status === 200) resolve(request.response as FileHandle);
      else reject(new Error(`“${upload.name}” could not be handed over (${request.status}).`));
    };
    request.onerror = () => reject(new Error(`“${upload.name}” could not be handed over: Earshot does not answer.`));
    request.send(upload.file);
  });
}

/** Streams files to the web host. @returns one handle per file, and one per folder, in the order given. */
export async function uploadAll(uploads: readonly Upload[], onProgress: HandOverProgress = () => {}): Promise<FileHandle[]> {
  const total = uploads.reduce((sum, upload) => sum + upload.file.size, 0);
  const sent = uploads.map(() => 0);
  const handles = new Map<string, FileHandle>();
  let sentTotal = 0;
  let next = 0;
  async function work(): Promise<void> {
    for (let index = next++; index < uploads.length; index = next++) {
      const upload = uploads[index];
      if (upload === undefined) return;
      const handle = await send(upload, (bytes) => {
        const loaded = Math.min(bytes, upload.file.size);
        sentTotal += loaded - (sent[index] ?? 0);
        sent[index] = loaded;
        onProgress(sentTotal, total);
      });
      const known = handles.get(handle.id);
      if (known === undefined || known.size < handle.size) handles.set(handle.id, handle);
    }
  }
  await Promise.all(Array.from({ length: Math.min(parallelUploads, uploads.length) }, () => work()));
  return [...handles.values()];
}

function folderUploads(files: readonly File[], relativeName: (file: File) => string): Upload[] {
  const folderIds = new Map<string, string>();
  return files.map((file) => {
    const name = relativeName(file);
    const root = name.includes('/') ? (name.split('/')[0] ?? '') : '';
    if (root === '') return { file, name: file.name, folder: null };
    if (!folderIds.has(root)) folderIds.set(root, crypto.randomUUID());
    return { file, name, folder: folderIds.get(root) ?? null };
  });
}

/** Uploads for files of an input; a chosen folder's files carry their place in it. */
export function uploadsOfFiles(files: readonly File[]): Upload[] {
  return folderUploads(files, (file) => file.webkitRelativePath || file.name);
}

async function filesIn(entry: FileSystemEntry): Promise<{ file: File; name: string }[]> {
  const name = entry.fullPath.replace(/^\//, '');
  if (entry.isFile) {
    const file = await new Promise<File>((resolve, reject) => (entry as FileSystemFileEntry).file(resolve, reject));
    return [{ file, name }];
  }
  const reader = (entry as FileSystemDirectoryEntry).createReader();
  const found: { file: File; name: string }[] = [];
  // A browser hands out at most 100 entries per reading; an empty answer is the end.
  for (;;) {
    const entries = await new Promise<FileSystemEntry[]>((resolve, reject) => reader.readEntries(resolve, reject));
    if (entries.length === 0) return found;
    for (const child of entries) found.push(...(await filesIn(child)));
  }
}

/** Uploads for what was dropped, folders included. The entries must be taken synchronously inside the drop event. */
export async function uploadsOfDrop(drop: DataTransfer): Promise<Upload[]> {
  const entries = [...drop.items].flatMap((item) => item.webkitGetAsEntry() ?? []);
  const found = (await Promise.all(entries.map((entry) => filesIn(entry)))).flat();
  const names = new Map(found.map(({ file, name }) => [file, name]));
  return folderUploads(found.map(({ file }) => file), (file) => names.get(file) ?? file.name);
}
