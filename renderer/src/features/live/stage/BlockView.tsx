import type { ReviewBlock } from '#shared/review/review.ts';
import { AttendanceView } from './AttendanceView.tsx';
import { ChangesView } from './ChangesView.tsx';
import { CommitmentsView } from './CommitmentsView.tsx';
import { ConstraintView } from './ConstraintView.tsx';
import { ContentView } from './ContentView.tsx';
import { DimensionView } from './DimensionView.tsx';
import { OpenView } from './OpenView.tsx';
import { ParkingView } from './ParkingView.tsx';
import { RatingView } from './RatingView.tsx';
import { ReadbackView } from './ReadbackView.tsx';
import { RegisterView } from './RegisterView.tsx';
import { WheelView } from './WheelView.tsx';
import { WinsView } from './WinsView.tsx';

/** The opening of a block: its question as title and what is on record for it. */
export function BlockView({ block }: { readonly block: ReviewBlock }) {
  if (block.content !== undefined) return <ContentView block={block} content={block.content} />;
  if (block.dimension !== null) return <DimensionView block={block} />;
  switch (block.kind) {
    case 'open':
      return <OpenView />;
    case 'wins':
      return <WinsView />;
    case 'changes':
      return <ChangesView />;
    case 'commitments':
      return <CommitmentsView />;
    case 'constraint':
      return <ConstraintView />;
    case 'readback':
      return <ReadbackView />;
    case 'attendance':
      return <AttendanceView block={block} />;
    case 'parking':
      return <ParkingView />;
    case 'rating':
      return <RatingView />;
    case 'wheel':
      return <WheelView block={block} />;
    default:
      return <RegisterView block={block} />;
  }
}
