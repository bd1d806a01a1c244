import type { Remark } from '../../shared/checks/remark';
import { describeRemark } from '../../shared/checks/describe-remark';
import { useTranslate } from '../app/language';
import { useSession } from '../session/SessionContext';

const SEVERITIES: readonly Remark['severity'][] = ['loss', 'warning', 'note'];

/** What an editor would ask, the gravest first; a click goes to the place. */
export function ChecksPanel({ remarks }: { readonly remarks: readonly Remark[] }) {
  const translate = useTranslate();
  const session = useSession();
  if (remarks.length === 0) return <p className="panel-note">{translate('app.checks-none')}</p>;
  return SEVERITIES.map((severity) => {
    const group = remarks.filter((remark) => remark.severity === severity);
    return (
      group.length > 0 && (
        <section key={severity} aria-label={translate.loose(`app.checks-${severity}`)}>
          <h2 className="label">{translate.loose(`app.checks-${severity}`)}</h2>
          <ul>
            {group.map((remark, at) => (
              <li key={at}>
                {remark.place ? (
                  <button type="button" className="remark" onClick={() => session.editor?.focus(remark.place)}>
                    {describeRemark(translate, remark)}
                  </button>
                ) : (
                  <p className="remark">{describeRemark(translate, remark)}</p>
                )}
              </li>
            ))}
          </ul>
        </section>
      )
    );
  });
}
