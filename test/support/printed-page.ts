/** What a page has given to the printer. */
export interface PrintedPage {
  /** The frame that it was printed from. */
  readonly frame: HTMLIFrameElement;
  readonly text: string;
  /** The printer's window has closed. */
  close(): void;
}

/** The page that an act prints, in place of the browser's own window for it. */
export async function printedPage(act: () => Promise<void>): Promise<PrintedPage> {
  const own = Object.getOwnPropertyDescriptor(HTMLIFrameElement.prototype, 'contentWindow');
  let resolve: (page: PrintedPage) => void = () => undefined;
  const printed = new Promise<PrintedPage>((done) => {
    resolve = done;
  });
  Object.defineProperty(HTMLIFrameElement.prototype, 'contentWindow', {
    ...own,
    get(this: HTMLIFrameElement): Window | null {
      const page = own?.get?.call(this) as Window | null;
      if (page)
        page.print = () =>
          resolve({
            frame: this,
            text: page.document.body.textContent,
            close: () => page.dispatchEvent(new Event('afterprint')),
          });
      return page;
    },
  });
  try {
    await act();
    return await printed;
  } finally {
    if (own) Object.defineProperty(HTMLIFrameElement.prototype, 'contentWindow', own);
  }
}
