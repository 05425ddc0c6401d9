import type { KapSessionPicker } from '../../src/elements/kap-session-picker/kap-session-picker.js';
import { en } from './words.js';
import { ElementPage, placed, plain, until } from './element-page.js';

export const CONSULTATION = en.kind.consultation;

/** A client's way to a session. */
export class PickerPage extends ElementPage<KapSessionPicker> {
  /** The element in this place, once it says what can be booked. */
  static async open(attributes: Readonly<Record<string, string>>, place: Element): Promise<PickerPage> {
    const page = new PickerPage(placed('kap-session-picker', attributes, place));
    await page.shows(en.sessionsTitle);
    return page;
  }

  get kinds(): readonly string[] {
    return this.all('kind').map((kind) => plain(kind.querySelector('strong')));
  }

  /** What stands where a kind of session is, its reason too where it is locked. */
  kind(title: string): string {
    return plain(this.#kind(title));
  }

  /** The radio button of a kind; nothing where it is locked. */
  radioOf(title: string): HTMLInputElement | null {
    return this.#kind(title).querySelector('input');
  }

  #kind(title: string): HTMLElement {
    const found = this.all('kind')[this.kinds.indexOf(title)];
    if (!found) throw new Error(`There is no kind “${title}”, only ${this.kinds.join(' | ')}.`);
    return found;
  }

  /** Chooses a kind, and waits for its times. */
  async chooseKind(title: string): Promise<void> {
    const radio = this.radioOf(title);
    if (!radio) throw new Error(`“${title}” can’t be chosen: ${this.kind(title)}`);
    radio.click();
    await this.loaded();
  }

  async loaded(): Promise<void> {
    await this.settle();
    await until(() => !this.text.includes(en.loading), 'the times are there');
    await this.settle();
  }

  /** The month on the screen, "November 2026". */
  get month(): string {
    return plain(this.all('month')[0]?.querySelector('strong'));
  }

  /** The days that have times, by their accessible names. */
  get openDays(): readonly string[] {
    return this.all('open').map((day) => day.ariaLabel ?? '');
  }

  /** A day's button by its date, "Tuesday, November 24". */
  day(date: string): HTMLElement {
    const found = this.all('day').find((day) => day.ariaLabel?.startsWith(`${date}, `));
    if (!found) throw new Error(`There is no “${date}” in ${this.month}.`);
    return found;
  }

  async chooseDay(date: string): Promise<void> {
    this.day(date).click();
    await this.settle();
  }

  /** The times of a group, "Tuesday, November 24" or "Nearest open times", each with all its words. */
  timesOf(group: string): readonly string[] {
    return this.#slots(group).map(plain);
  }

  #slots(group: string): readonly HTMLElement[] {
    return [...this.field(group).querySelectorAll<HTMLElement>('[part~="slot"]')];
  }

  /** The radio button of a time, by the words that it begins with. */
  time(group: string, beginning: string): HTMLInputElement {
    const found = this.#slots(group).find((slot) => plain(slot).startsWith(beginning));
    const input = found?.querySelector('input');
    if (!input) throw new Error(`“${group}” has no “${beginning}”, only ${this.timesOf(group).join(' | ')}.`);
    return input;
  }

  async chooseTime(group: string, beginning: string): Promise<void> {
    this.time(group, beginning).click();
    await this.settle();
  }

  /** Chooses a kind, a day and a time. */
  async choose(kind: string, date: string, beginning: string): Promise<void> {
    await this.chooseKind(kind);
    await this.chooseDay(date);
    await this.chooseTime(date, beginning);
  }

  async introduce(name = 'Ana Okafor', reach = '503 555 0188'): Promise<void> {
    await this.answer(en.yourName, name);
    await this.answer(en.reachYou, reach);
  }

  request = (): Promise<void> => this.click(en.requestTime);

  /** A session that is planned, by the words that it begins with. */
  booking(beginning: string): HTMLElement {
    const found = this.all('booking').find((booking) => plain(booking).startsWith(beginning));
    if (!found) throw new Error(`There is no “${beginning}”, only ${this.words('booking').join(' | ')}.`);
    return found;
  }
}
