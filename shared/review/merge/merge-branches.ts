import type { Interview } from '../../interview/types';
import { mergeInterviews, type MergedInterview } from './merge-interviews';

/**
 * Two branches of a piece over the version that both knew last. Without one (null) nobody can tell who changed what: what is
 * the same on both sides stays, and everything else is kept from both and told as a conflict.
 */
export function mergeBranches(base: Interview | null, mine: Interview, theirs: Interview): MergedInterview {
  return mergeInterviews(base ?? nothingOf(theirs), mine, theirs);
}

function nothingOf(interview: Interview): Interview {
  const { kicker: _kicker, standfirst: _standfirst, variables: _variables, ...rest } = interview;
  return { ...rest, headline: [], people: [], byline: [], body: [], photos: [], teasers: [] };
}
