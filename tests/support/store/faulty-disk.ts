import type { FileSystem } from '#engine/store/file-system.ts';
import type { MemoryDisk } from './memory-disk.ts';

export type Fault = {
  /** The call that fails, counted from 1. */
  readonly at: number;
  /** An error code of the system; `short` lets a write take only half of its bytes and then fail with ENOSPC. */
  readonly code: 'EIO' | 'ENOSPC' | 'EACCES' | 'EBUSY' | 'EPERM' | 'EMFILE' | 'EROFS' | 'short';
  /** Whether every later call fails as well. */
  readonly isForEver: boolean;
};

/** Calls that may fail; closing, looking at names and asking for room never do here. */
const mayFail = new Set<string>([
  'open', 'read', 'write', 'truncate', 'sync', 'syncData', 'readAsync', 'writeAsync', 'syncAsync', 'rename', 'link', 'unlink', 'syncDirectory', 'makeDirectory', 'statOpen',
]);

/** A disk on which the n-th call fails, once or from then on; `mend` ends it. */
export function faultyDisk(disk: MemoryDisk, fault: Fault | null): { fileSystem: FileSystem; calls: () => number; hasFailed: () => boolean; mend: () => void } {
  let calls = 0;
  let isMended = fault === null;
  let hasFailed = false;
  const failsNow = () => {
    calls += 1;
    const fails = !isMended && fault !== null && (calls === fault.at || (fault.isForEver && calls > fault.at));
    hasFailed ||= fails;
    return fails;
  };
  const errorOf = (name: string) => {
    const code = fault?.code === 'short' ? 'ENOSPC' : (fault?.code ?? 'EIO');
    return Object.assign(new Error(`${code}: ${name}`), { code, syscall: name });
  };
  const fileSystem = new Proxy(disk as FileSystem, {
    get(target, property, receiver) {
      const method: unknown = Reflect.get(target, property, target);
      if (typeof method !== 'function' || typeof property !== 'string') return Reflect.get(target, property, receiver);
      const call = (...given: unknown[]): unknown => Reflect.apply(method, target, given);
      if (!mayFail.has(property)) return call;
      return (...given: unknown[]) => {
        if (!failsNow()) return call(...given);
        if (fault?.code === 'short' && (property === 'write' || property === 'writeAsync')) {
          const [file, bytes, position] = given as [number, Uint8Array, number];
          if (bytes.length > 1) target.write(file, bytes.subarray(0, bytes.length >> 1), position);
        }
        // What is asked for asynchronously fails asynchronously.
        if (property.endsWith('Async')) return Promise.reject(errorOf(property));
        throw errorOf(property);
      };
    },
  });
  return { fileSystem, calls: () => calls, hasFailed: () => hasFailed, mend: () => (isMended = true) };
}
