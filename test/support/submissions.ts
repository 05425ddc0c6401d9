import type { Page, Route } from 'playwright-core';

/** One try of a submission, as it leaves the page. */
export interface Try {
  readonly body: string;
  readonly idempotencyKey: string | undefined;
}

type Answer = (route: Route) => Promise<unknown>;

/** Lets the try go on to the endpoint, and its answer back to the page. */
export const letThrough: Answer = (route) => route.continue();

/**
 * Stands between the page and its endpoint: each try gets the next of these answers, and the last of them from then
 * on. Gives the list of tries, which grows with each.
 */
export async function answerSubmissions(page: Page, answers: readonly Answer[]): Promise<readonly Try[]> {
  const tries: Try[] = [];
  await page.route('**/api/submissions', async (route) => {
    const request = route.request();
    const answer = answers[Math.min(tries.length, answers.length - 1)] ?? letThrough;
    tries.push({
      body: request.postData() ?? '',
      idempotencyKey: (await request.allHeaders())['idempotency-key'],
    });
    await answer(route);
  });
  return tries;
}

/** Something to wait for that a test opens by its own hand. */
export function gate(): { readonly opened: Promise<void>; open(): void } {
  let open = () => {};
  const opened = new Promise<void>((resolve) => {
    open = resolve;
  });
  return { opened, open };
}
