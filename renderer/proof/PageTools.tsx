import {
  BookOpen,
  ChevronLeft,
  ChevronRight,
  ExternalLink,
  ListOrdered,
  Minus,
  MoveHorizontal,
  MoveVertical,
  Plus,
} from 'lucide-react';
import type { LucideIcon } from 'lucide-react';
import { useTranslate } from '../app/language';
import { ReasonedButton } from '../ui/ReasonedButton';
import { pagesShown, shareOf, stepFrom, turned } from './view';
import type { View } from './view';

export interface PageToolsProps {
  readonly view: View;
  readonly pageCount: number;
  readonly sheet: { readonly width: number };
  /** Of a page on the screen, in pixels. */
  readonly width: number;
  readonly onView: (change: Partial<View>) => void;
  readonly galley?: { readonly shown: boolean; readonly toggle: () => void };
  readonly onOwnWindow?: () => void;
}

/** Turning, zooming and fitting. */
export function PageTools({ view, pageCount, sheet, width, onView, galley, onOwnWindow }: PageToolsProps) {
  const translate = useTranslate();
  const shown = pagesShown(view, pageCount).map((page) => page + 1);
  const [first = 1, last] = [shown[0], shown.at(-1)];
  const share = shareOf(width, sheet);
  const turn = (step: 1 | -1) => onView({ page: turned(view, step, pageCount) });
  const inGalley = galley?.shown ? translate('proof.in-galley') : null;
  return (
    <div className="page-tools" role="toolbar" aria-label={translate('proof.pages')}>
      <Tool
        icon={ChevronLeft}
        label={translate('proof.previous')}
        reason={inGalley ?? (first <= 1 ? translate('proof.is-first') : null)}
        onPress={() => turn(-1)}
      />
      <span className="page-count">
        {last === first
          ? translate('proof.page-of', { page: first, count: pageCount })
          : translate('proof.pages-of', { first, last: last ?? first, count: pageCount })}
      </span>
      <Tool
        icon={ChevronRight}
        label={translate('proof.next')}
        reason={inGalley ?? ((last ?? 1) >= pageCount ? translate('proof.is-last') : null)}
        onPress={() => turn(1)}
      />
      <span className="page-tools-gap" />
      <Tool
        icon={Minus}
        label={translate('proof.zoom-out')}
        reason={inGalley}
        onPress={() => onView({ zoom: stepFrom(share, -1) })}
      />
      <span className="page-share">{Math.round(share * 100)}%</span>
      <Tool
        icon={Plus}
        label={translate('proof.zoom-in')}
        reason={inGalley}
        onPress={() => onView({ zoom: stepFrom(share, 1) })}
      />
      <Tool
        icon={MoveHorizontal}
        label={translate('proof.fit-width')}
        pressed={view.zoom === 'width'}
        reason={inGalley}
        onPress={() => onView({ zoom: 'width' })}
      />
      <Tool
        icon={MoveVertical}
        label={translate('proof.fit-height')}
        pressed={view.zoom === 'height'}
        reason={inGalley}
        onPress={() => onView({ zoom: 'height' })}
      />
      <Tool
        icon={BookOpen}
        label={translate('proof.two-pages')}
        pressed={view.twoPages && pageCount > 1}
        reason={inGalley ?? (pageCount < 2 ? translate('proof.only-one') : null)}
        onPress={() => onView({ twoPages: !view.twoPages })}
      />
      {galley && (
        <Tool icon={ListOrdered} label={translate('proof.galley')} pressed={galley.shown} onPress={galley.toggle} />
      )}
      {onOwnWindow && <Tool icon={ExternalLink} label={translate('proof.own-window')} onPress={onOwnWindow} />}
    </div>
  );
}

interface ToolProps {
  readonly icon: LucideIcon;
  readonly label: string;
  readonly onPress: () => void;
  readonly pressed?: boolean;
  readonly reason?: string | null;
}

function Tool({ icon: Icon, label, onPress, pressed, reason = null }: ToolProps) {
  return (
    <ReasonedButton
      className="icon-button"
      aria-label={label}
      title={label}
      aria-pressed={pressed}
      reason={reason}
      onClick={onPress}
    >
      <Icon size={15} aria-hidden />
    </ReasonedButton>
  );
}
