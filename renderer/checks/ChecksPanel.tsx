import { describeRemark } from '../../shared/checks/describe-remark';
import type { Remark } from '../../shared/checks/remark';
import { useTranslate } from '../app/language';
import { useSession } from '../session/SessionContext';
import { groupRemarks } from './group-remarks';
import type { RemarkGroup } from './group-remarks';

const SEVERITIES: readonly Remark['severity'][] = ['loss', 'warning', 'note'];

/** What an editor would ask, the gravest first; what one rule says of many places is one line that opens. A click goes to the place. */
export function ChecksPanel({ remarks }: { readonly remarks: readonly Remark[] }) {
  const translate = useTranslate();
  if (remarks.length === 0) return <p className="panel-note">{translate('app.checks-none')}</p>;
  return SEVERITIES.map((severity) => {
    const groups = groupRemarks(remarks.filter((remark) => remark.severity === severity));
    return (
      groups.length > 0 && (
        <section key={severity} aria-label={translate.loose(`app.checks-${severity}`)}>
          <h2 className="label">{translate.loose(`app.checks-${severity}`)}</h2>
          <ul>
            {groups.map((group) => (
              <li key={group.rule}>
                <Group group={group} />
              </li>
            ))}
          </ul>
        </section>
      )
    );
  });
}

function Group({ group: { rule, remarks } }: { readonly group: RemarkGroup }) {
  const translate = useTranslate();
  const [first] = remarks;
  if (!first) return null;
  const title = `checks.many-${rule}`;
  const titled = translate.loose(title);
  if (remarks.length === 1 || titled === title) {
    return remarks.map((remark, at) => <Line key={at} remark={remark} text={describeRemark(translate, remark)} />);
  }
  return (
    <details className="remark-group" open={remarks.length <= 8}>
      <summary>
        {titled}: <b>{remarks.length}</b>
      </summary>
      <ul>
        {remarks.map((remark, at) => (
          <li key={at}>
            <Line remark={remark} text={spotOf(remark) ?? translate('checks.spot', { number: at + 1 })} />
          </li>
        ))}
      </ul>
    </details>
  );

  /** What tells this place from the others of its rule, in few words. */
  function spotOf({ values }: Remark): string | null {
    const { label, number, question, link, kind } = values ?? {};
    if (number !== undefined) {
      const name = translate('checks.question', { number });
      return question ? `${name}: “${question}”` : name;
    }
    const told = label ?? link ?? kind;
    return told === undefined ? null : String(told);
  }
}

function Line({ remark, text }: { readonly remark: Remark; readonly text: string }) {
  const session = useSession();
  if (!remark.place) return <p className="remark">{text}</p>;
  return (
    <button type="button" className="remark" onClick={() => session.editor?.focus(remark.place)}>
      {text}
    </button>
  );
}
