const { userAgent } = navigator;

/** Which of the browsers runs this page; what only Chromium can emulate is tested there alone. */
export const isChromium = userAgent.includes('Chrome/');

export const isWebKit = userAgent.includes('AppleWebKit/') && !isChromium;
