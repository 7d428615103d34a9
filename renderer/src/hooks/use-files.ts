import { useWorkspace } from '#renderer/src/data/WorkspaceContext.tsx';
import { addArrivals } from '#renderer/src/state/arrivals.ts';
import { goTo } from '#renderer/src/state/navigation.ts';
import { notify } from '#renderer/src/state/notices.ts';

type Files = {
  /** Takes dropped files to the mapping screen. */
  readonly drop: (files: readonly File[]) => Promise<void>;
  /** Asks for files, with the system's dialog or the browser's. */
  readonly choose: () => Promise<void>;
};

function pickInBrowser(): Promise<readonly File[]> {
  return new Promise((resolve) => {
    const input = document.createElement('input');
    input.type = 'file';
    input.multiple = true;
    input.addEventListener('change', () => resolve([...(input.files ?? [])]));
    input.addEventListener('cancel', () => resolve([]));
    input.click();
  });
}

/** Handing files over, the same way from every screen. */
export function useFiles(): Files {
  const { machine, hello } = useWorkspace();
  const drop = async (files: readonly File[]) => {
    if (files.length === 0) return;
    const grants = await machine.offer(files);
    if (!grants.ok) return notify(grants.failure.message, { lasting: true });
    addArrivals(grants.value);
    goTo({ page: 'data' });
  };
  const choose = async () => {
    if (!hello.canChooseFiles) return drop(await pickInBrowser());
    const grants = await machine.request('file:choose', { multiple: true });
    if (!grants.ok) return notify(grants.failure.message, { lasting: true });
    if (grants.value.length === 0) return;
    addArrivals(grants.value);
    goTo({ page: 'data' });
  };
  return { drop, choose };
}
