/**
 * Takes the whole page off the screen and puts another in its place in the browser's history; what was visited before
 * stays there.
 */
export function leaveAtOnce(url: string): void {
  const { style } = document.documentElement;
  style.setProperty('display', 'none', 'important');
  // Some browsers keep the page and show it again for Back; by then nothing of what was written is left on it.
  addEventListener('pageshow', () => style.removeProperty('display'), { once: true });
  try {
    // Where a site builder has put the form into a frame, the page around it tells as much as the frame.
    (window.top ?? window).location.replace(url);
  } catch {
    location.replace(url);
  }
}
