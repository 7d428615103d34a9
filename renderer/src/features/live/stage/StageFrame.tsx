import { type ReactNode, useLayoutEffect, useRef, useState } from 'react';
import styles from './StageFrame.module.css';

const WIDTH = 1280;
const HEIGHT = 720;

type Props = { readonly children: ReactNode; readonly tone?: 'plain' | 'held' };

/**
 * Scales a drawing of 1280 by 720 pixels as a whole to the room there is. Nothing in it is laid out anew; a room that is
 * higher than the drawing gives it more height, so that what stands at the bottom stays there.
 */
export function StageFrame({ children, tone = 'plain' }: Props) {
  const room = useRef<HTMLDivElement>(null);
  const [{ scale, height }, setFit] = useState({ scale: 1, height: HEIGHT });
  useLayoutEffect(() => {
    const element = room.current;
    if (element === null) return;
    const rescale = () => {
      const fitting = Math.min(element.clientWidth / WIDTH, element.clientHeight / HEIGHT) || 1;
      setFit({ scale: fitting, height: Math.max(HEIGHT, element.clientHeight / fitting) });
    };
    rescale();
    const observer = new ResizeObserver(rescale);
    observer.observe(element);
    return () => observer.disconnect();
  }, []);
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
