/** What every element tells the page by: it bubbles, and leaves the element's root. */
export abstract class KapEvent extends Event {
  constructor(name: string) {
    super(name, { bubbles: true, composed: true });
  }
}
