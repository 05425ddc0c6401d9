import type { TestProject } from 'vitest/node';
import { startPractice, temporaryFolder } from './practice.js';

declare module 'vitest' {
  interface ProvidedContext {
    /** The origin of the practice that all end-to-end tests share, each with clients of its own. */
    practice: string;
  }
}

export async function setup({ provide }: TestProject): Promise<() => Promise<void>> {
  const folder = temporaryFolder();
  const practice = await startPractice(folder.path);
  provide('practice', practice.origin);
  return async () => {
    await practice.end('SIGINT');
    folder.remove();
  };
}
