import { beforeEach, describe, expect, it } from 'vitest';
import { dismissNoticesOf, notify, useShell } from '../../../../renderer/app/shell-store';

const said = () => useShell.getState().notices.map(({ text, values }) => [text, values?.['file']]);

describe('notices', () => {
  beforeEach(() => useShell.setState({ notices: [] }));

  it('that are said again stand once, as the latest; others about something else stay', () => {
    notify('plain', 'suggest.by-default');
    notify('plain', 'approval.saved', { file: 'a.pdf' });
    notify('plain', 'approval.saved', { file: 'b.pdf' });
    notify('plain', 'suggest.by-default');
    expect(said()).toEqual([
      ['approval.saved', 'a.pdf'],
      ['approval.saved', 'b.pdf'],
      ['suggest.by-default', undefined],
    ]);
  });

  it('with something to do about it go when it is done', () => {
    notify('plain', 'approval.restored', {}, 'take-back-restore');
    notify('plain', 'approval.saved', { file: 'a.pdf' });
    dismissNoticesOf('take-back-restore');
    expect(said()).toEqual([['approval.saved', 'a.pdf']]);
  });
});
