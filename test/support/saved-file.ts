/** A file that the page has handed to the browser to save. */
export interface SavedFile {
  readonly name: string;
  readonly type: string;
  readonly text: string;
}

/** The file that an act saves; nothing reaches the disk. */
export async function savedFile(act: () => Promise<void>): Promise<SavedFile> {
  const createUrl = URL.createObjectURL;
  const { click } = HTMLAnchorElement.prototype;
  const blobs: Blob[] = [];
  const names: string[] = [];
  URL.createObjectURL = (blob: Blob) => {
    blobs.push(blob);
    return 'blob:saved';
  };
  HTMLAnchorElement.prototype.click = function saveInstead() {
    names.push(this.download);
  };
  try {
    await act();
  } finally {
    URL.createObjectURL = createUrl;
    HTMLAnchorElement.prototype.click = click;
  }
  const [blob, ...more] = blobs;
  if (!blob || more.length > 0) throw new Error(`${blobs.length} files were saved.`);
  return { name: names[0] ?? '', type: blob.type, text: await blob.text() };
}
