import type { Place } from '../../shared/print/check-places';
import { tokensOffPlan } from '../../shared/print/check-places';
import type { Composed } from '../../shared/print/compose-pages';
import { composePages } from '../../shared/print/compose-pages';
import { WidthTable } from '../../shared/print/metrics';
import { markPrintProof } from '../../shared/review/mark-print-proof';
import { failed, ok } from '../../shared/result';
import type { Result } from '../../shared/result';
import { PLACES, pageSource } from '../../shared/writers/print/page-source';
import { WIDTHS, widthsSource } from '../../shared/writers/print/widths-source';
import { pageSvgs } from './page-svg/page-svg';
import type { PagesJob, PressFailure, PressPages } from './press';
import type { Typst } from './typst';

/** Lays interviews out with the widths of one compiler; it remembers the words it has measured. */
export interface Compositor {
  pages(job: PagesJob): Promise<Result<PressPages, PressFailure>>;
}

/** Parting a word longer than a column brings parts that were not measured: a few rounds reach the last of them. */
const MOST_ROUNDS = 6;

export function createCompositor(typst: Typst): Compositor {
  const widths = new WidthTable();

  async function compose(
    job: PagesJob,
  ): Promise<Result<{ readonly composed: Composed; readonly measured: number }, PressFailure>> {
    const { interview, template, missing } = job;
    const options = {
      hasPhoto: ({ file }: { readonly file: string }) => !missing.includes(file),
      ...(job.firstPage === undefined ? {} : { firstPage: job.firstPage }),
    };
    let measured = 0;
    for (let round = 1; ; round++) {
      const composed = composePages(interview, template, widths, options);
      const wanted = widths.takeWanted();
      if (wanted.length === 0 || round === MOST_ROUNDS) return ok({ composed, measured });
      const start = performance.now();
      const answer = await typst.run({ source: widthsSource(wanted), files: {} }, { query: WIDTHS });
      if (!answer.ok) return answer;
      const lists = answer.value.value as readonly (readonly number[])[];
      wanted.forEach((list, at) => widths.add(list, lists[at] ?? []));
      measured += performance.now() - start;
    }
  }

  return {
    async pages(job) {
      const start = performance.now();
      const done = await compose(job);
      if (!done.ok) return done;
      const { composed, measured } = done.value;
      const composeEnd = performance.now();
      const took = { measure: measured, compose: composeEnd - start - measured, paint: 0 };
      const plain = { composed, places: [], offPlan: 0, pdf: null, svgs: [], warnings: [], missing: [], took };
      if (job.wanted === 'plan') return ok<PressPages>(plain);
      const { plan } = composed;
      const source = pageSource(plan, Object.keys(job.files));
      const painted = await typst.run(
        { source: job.mark === undefined ? source : markPrintProof(source, job.mark), files: job.files },
        { query: PLACES, pdf: job.wanted !== 'places' },
      );
      if (!painted.ok) return failed(painted.failure);
      const { value, ...rest } = painted.value;
      const places = (value ?? []) as readonly Place[];
      return ok<PressPages>({
        ...plain,
        ...rest,
        places,
        offPlan: tokensOffPlan(plan, places),
        ...(job.wanted === 'svg' && rest.pdf ? { pdf: null, svgs: pageSvgs(rest.pdf) } : {}),
        took: { ...took, paint: performance.now() - composeEnd },
      });
    },
  };
}
