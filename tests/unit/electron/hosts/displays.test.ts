import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  centredIn,
  displayForStage,
  fitInto,
  isInSight,
  markOf,
  nextDisplay,
  type SeenDisplay,
  stagePlace,
} from '#electron/hosts/desktop/displays.ts';

function display(id: number, x: number, part: Partial<SeenDisplay> & { readonly size?: string } = {}) {
  const [width = 1920, height = 1080] = (part.size ?? '1920x1080').split('x').map(Number);
  const bounds = { x, y: 0, width, height };
  const workArea = { ...bounds, height: height - 40 };
  return { label: '', internal: false, ...part, id, bounds, workArea } satisfies SeenDisplay;
}

const laptop = display(1, 0, { label: 'Built-in', internal: true, size: '1440x900' });
const projector = display(2, 1440, { label: 'Projector' });
const desk = display(3, 3360, { label: 'Desk', size: '2560x1440' });

describe('the display of the stage', () => {
  it('is never the one that the console is on', () => {
    expect(displayForStage([laptop, projector], laptop.id, null)).toBe(projector);
    expect(displayForStage([laptop, projector], projector.id, markOf(projector))).toBe(laptop);
    expect(displayForStage([laptop], laptop.id, markOf(projector))).toBeNull();
  });

  it('is an outer one before the built-in one, and the largest, as long as none is remembered', () => {
    expect(displayForStage([laptop, desk, projector], projector.id, null)).toBe(desk);
    expect(displayForStage([projector, desk, laptop], laptop.id, null)).toBe(desk);
  });

  it('is the remembered one by its name, though its id and place are others', () => {
    const replugged = display(77, -1920, { label: 'Projector' });
    expect(displayForStage([laptop, desk, replugged], laptop.id, markOf(projector))).toBe(replugged);
  });

  it('is the one with the remembered name though another one was given its id', () => {
    const renumbered = { ...projector, id: 9 };
    const usurper = display(2, 3360, { label: 'Desk', size: '2560x1440' });
    expect(displayForStage([laptop, usurper, renumbered], laptop.id, markOf(projector))).toBe(renumbered);
  });

  it('is the remembered one by id, else place, else size, where displays have no names', () => {
    const plain = (id: number, x: number, size: string) => display(id, x, { size });
    const mark = markOf(plain(5, 1440, '1280x720'));
    const home = plain(1, 0, '1440x900');
    const large = plain(6, 1440, '2560x1440');
    expect(displayForStage([home, large, plain(5, 4000, '1024x768')], 1, mark)?.id).toBe(5);
    expect(displayForStage([home, large, plain(8, 1440, '1280x720')], 1, mark)?.id).toBe(8);
    expect(displayForStage([home, large, plain(8, 4000, '1280x720')], 1, mark)?.id).toBe(8);
  });

  it('is another one while the remembered one is away, and the remembered one again after', () => {
    const mark = markOf(projector);
    expect(displayForStage([laptop, desk], laptop.id, mark)).toBe(desk);
    expect(displayForStage([laptop, desk, projector], laptop.id, mark)).toBe(projector);
  });

  it('goes round all others but the console’s', () => {
    const all = [laptop, projector, desk];
    expect(nextDisplay(all, projector.id, laptop.id)).toBe(desk);
    expect(nextDisplay(all, desk.id, laptop.id)).toBe(projector);
    expect(nextDisplay([laptop, projector], projector.id, laptop.id)).toBeNull();
    expect(nextDisplay(all, laptop.id, laptop.id)).toBe(projector);
  });
});

describe('the place of the stage', () => {
  it('is a window in the middle of the console’s display where there is no other', () => {
    expect(stagePlace([laptop], laptop, markOf(projector))).toEqual({
      kind: 'window',
      bounds: { x: 80, y: 70, width: 1280, height: 720 },
    });
  });

  it('is smaller where the only display is', () => {
    const small = display(1, 0, { size: '1024x768' });
    expect(stagePlace([small], small, null)).toEqual({
      kind: 'window',
      bounds: { x: 0, y: 4, width: 1024, height: 720 },
    });
  });
});

const side = fc.integer({ min: -8000, max: 8000 });
const length = fc.integer({ min: 200, max: 8000 });
const rectangle = fc.record({ x: side, y: side, width: length, height: length });

describe('bounds of a window', () => {
  it('lie whole in the area that they are fitted into', () => {
    fc.assert(
      fc.property(rectangle, rectangle, (bounds, area) => {
        const fitted = fitInto(bounds, area);
        expect(fitted.x).toBeGreaterThanOrEqual(area.x);
        expect(fitted.y).toBeGreaterThanOrEqual(area.y);
        expect(fitted.x + fitted.width).toBeLessThanOrEqual(area.x + area.width);
        expect(fitted.y + fitted.height).toBeLessThanOrEqual(area.y + area.height);
        expect(fitInto(fitted, area)).toEqual(fitted);
      }),
    );
  });

  it('stay as they are where they lie inside already', () => {
    const bounds = { x: 100, y: 50, width: 800, height: 600 };
    expect(fitInto(bounds, laptop.workArea)).toEqual(bounds);
  });

  it('are equally far from both sides in the middle', () => {
    expect(centredIn({ x: 1440, y: 0, width: 1920, height: 1040 }, { width: 1280, height: 720 })).toEqual({
      x: 1760,
      y: 160,
      width: 1280,
      height: 720,
    });
  });

  it('are in sight only where a person can take hold of the window', () => {
    expect(isInSight({ x: 1500, y: 100, width: 800, height: 600 }, [laptop])).toBe(false);
    expect(isInSight({ x: 1300, y: 100, width: 800, height: 600 }, [laptop])).toBe(true);
    expect(isInSight({ x: 1400, y: 100, width: 800, height: 600 }, [laptop])).toBe(false);
    expect(isInSight({ x: 1500, y: 100, width: 800, height: 600 }, [laptop, projector])).toBe(true);
  });
});
