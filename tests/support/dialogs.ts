import type { RunningApp } from './launch';

/** Answers the system's file dialogs with these paths from now on. */
export async function answerDialogs({ app }: Pick<RunningApp, 'app'>, paths: readonly string[]): Promise<void> {
  await app.evaluate(({ dialog }, filePaths) => {
    dialog.showOpenDialog = () => Promise.resolve({ canceled: false, filePaths: [...filePaths] });
  }, paths);
}

/** What a native question said. */
export interface AskedQuestion {
  readonly message: string;
  readonly detail: string;
  readonly buttons: readonly string[];
}

/** Answers every native question with this button from now on, and keeps what is asked. */
export async function answerQuestions({ app }: Pick<RunningApp, 'app'>, response: number): Promise<void> {
  await app.evaluate(({ dialog }, button) => {
    const asked: AskedQuestion[] = [];
    Object.assign(globalThis, { asked });
    dialog.showMessageBox = (...args: readonly unknown[]) => {
      const { message, detail = '', buttons = [] } = args.at(-1) as Partial<AskedQuestion> & { message: string };
      asked.push({ message, detail, buttons });
      return Promise.resolve({ response: button, checkboxChecked: false });
    };
  }, response);
}

/** The questions since the last `answerQuestions`. */
export async function questionsAsked({ app }: Pick<RunningApp, 'app'>): Promise<readonly AskedQuestion[]> {
  return await app.evaluate(() => (globalThis as unknown as { asked: readonly AskedQuestion[] }).asked);
}

/** Gives a file to the app that runs, as a double click on it does. */
export async function openFromOutside({ app }: Pick<RunningApp, 'app'>, file: string): Promise<void> {
  await app.evaluate(({ app: main }, named) => void main.emit('second-instance', {}, ['galley', named], '/'), file);
}
