import { css } from 'lit';

/**
 * The public `--kap-*` properties and what is derived from them. Light and dark follow the page's own `color-scheme`,
 * so a light page keeps a light form whatever the device prefers; `theme` on the element decides otherwise.
 */
export const tokens = css`
  :host {
    --_accent: var(--kap-accent, #2b5d4c);
    --_surface: var(--kap-surface, #fffdf9);
    --_text: var(--kap-text, #26231f);
    --_danger: var(--kap-danger, #8f3a1f);
    --_on-accent: var(--kap-on-accent, #fff);
  }

  @supports (color: light-dark(#000, #fff)) {
    :host {
      --_accent: var(--kap-accent, light-dark(#2b5d4c, #9fd0bb));
      --_surface: var(--kap-surface, light-dark(#fffdf9, #1b1d1b));
      --_text: var(--kap-text, light-dark(#26231f, #ece8e1));
      --_danger: var(--kap-danger, light-dark(#8f3a1f, #f0b39c));
      --_on-accent: var(--kap-on-accent, light-dark(#fff, #10201a));
    }
  }

  :host {
    --_muted: color-mix(in oklab, var(--_text) 72%, var(--_surface));
    --_line: color-mix(in oklab, var(--_text) 18%, var(--_surface));
    --_edge: color-mix(in oklab, var(--_text) 55%, var(--_surface));
    --_tint: color-mix(in oklab, var(--_accent) 9%, var(--_surface));
    --_accent-strong: color-mix(in oklab, var(--_accent) 84%, var(--_text));
    --_field: color-mix(in oklab, var(--_surface) 94%, var(--_text) 1%);
    --_radius: var(--kap-radius, 6px);
    --_space: var(--kap-space, 8px);
    --_font: var(--kap-font, inherit);
    --_heading-font: var(--kap-heading-font, var(--_font));
    --_focus: var(--kap-focus, var(--_accent));
    --_motion: 140ms;
  }

  :host([theme='light']) {
    color-scheme: light;
  }

  :host([theme='dark']) {
    color-scheme: dark;
  }

  @media (prefers-reduced-motion: reduce) {
    :host {
      --_motion: 0ms;
    }
  }
`;
