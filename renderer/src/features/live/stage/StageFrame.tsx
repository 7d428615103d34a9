import { type ReactNode, useLayoutEffect, useRef, useState } from 'react';
import styles from './StageFrame.module.css';

const WIDTH = 1280;

type Props = {
  readonly children: ReactNode;
  /** Height of the drawing in its own pixels; the width is 1280. */
  readonly height?: number;
  readonly tone?: 'plain' | 'held';
};

/** Scales a drawing of 1280 pixels' width as a whole to the room there is; nothing in it is laid out anew. */
export function StageFrame({ children, height = 720, tone = 'plain' }: Props) {
  const room = useRef<HTMLDivElement>(null);
  const [scale, setScale] = useState(1);
  useLayoutEffect(() => {
    const element = room.current;
    if (element === null) return;
    const rescale = () => setScale(Math.min(element.clientWidth / WIDTH, element.clientHeight / height) || 1);
    rescale();
    const observer = new ResizeObserver(rescale);
    observer.observe(element);
    return () => observer.disconnect();
  }, [height]);
  return (
    <div className={styles['room']} ref={room} data-tone={tone}>
      <div
        className={styles['drawing']}
        style={{ height, transform: `translate(-50%, -50%) scale(${scale})` }}
      >
        {children}
      </div>
    </div>
  );
}
