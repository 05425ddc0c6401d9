import { existsSync } from 'node:fs';

/** What the end-to-end tests load, in the places where `npm run build` leaves it. */
const built = ['dist/kap.js', 'dist/site/index.html', 'dist/plain/index.html', 'dist/staff/index.html'];

export default function needsBuild(): void {
  const missing = built.filter((file) => !existsSync(new URL(`../../${file}`, import.meta.url)));
  if (missing.length > 0) throw new Error(`${missing.join(', ')} is not there yet: npm run build`);
}
