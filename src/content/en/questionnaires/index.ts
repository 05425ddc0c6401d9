export { howAreYouSince } from './how-are-you-since.js';
export { intentions } from './intentions.js';
export { readiness } from './readiness.js';
export { reflection } from './reflection.js';
