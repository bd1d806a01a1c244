/** Vite takes style sheets in; for the types they are nothing. */
declare module '*.css';
