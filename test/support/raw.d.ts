declare module '*.md?raw' {
  const text: string;
  // Vite's own shape for a file's text.
  export default text;
}
