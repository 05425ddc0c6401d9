/*
 * What is loaded when a client comes to need it, each a file of its own in the script. They stand together, since the
 * first script alone can load another.
 */

/** The code that places what floats; a form can be filled in without it. */
export const loadFloating = () => import('./floating.js');

/** What a signature is drawn with; most people type their name. */
export const loadDrawing = () => import('./draw.js');
