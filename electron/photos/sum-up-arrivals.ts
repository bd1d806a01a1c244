import path from 'node:path';
import type { Photo } from '../../shared/interview/types';
import type { TakenMany } from '../../shared/ipc/contract';
import type { Arrival } from './take-in-many';

/** What became of many files, in names that people know. `photos` are those that the piece had before. */
export function sumUpArrivals(arrivals: readonly Arrival[], photos: readonly Photo[]): TakenMany {
  const nameOf = (of: string) => photos.find(({ file }) => file === of)?.name ?? path.basename(of);
  const pick = <Kind extends Arrival['kind']>(kind: Kind) =>
    arrivals.filter((arrival): arrival is Extract<Arrival, { readonly kind: Kind }> => arrival.kind === kind);
  return {
    taken: pick('taken').map(({ taken: { photo, texts } }) => ({ photo, texts })),
    remarks: pick('taken').flatMap(({ file, remarks }) =>
      remarks.map((remark) => ({ name: path.basename(file), remark })),
    ),
    duplicates: pick('duplicate').map(({ file, of }) => ({ name: path.basename(file), of: nameOf(of) })),
    refused: pick('refused').map(({ file, failure }) => ({ name: path.basename(file), failure })),
    stopped: pick('cancelled').length,
  };
}
