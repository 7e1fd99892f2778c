import { type ComponentType, type ReactNode, useEffect, useState } from 'react';

/** Brings a part of the panel; each is asked for once. */
export type Part<Props extends object> = {
  load: () => Promise<ComponentType<Props>>;
  here: ComponentType<Props> | null;
};

/**
 * A part of the panel whose code comes later, with `meanwhile` in its place. React's own `lazy` holds a part back for 300 ms once
 * its fallback was shown; here it stands as soon as its code is there. A failed load is thrown for the boundary to show.
 */
export function LoadedLater<Props extends object>({
  part,
  props,
  meanwhile,
}: {
  part: Part<Props>;
  props: Props;
  meanwhile: ReactNode;
}) {
  const [Here, setHere] = useState<ComponentType<Props> | null>(() => part.here);
  const [failure, setFailure] = useState<{ reason: unknown } | null>(null);
  useEffect(() => {
    let wanted = true;
    part.load().then(
      (loaded) => {
        part.here = loaded;
        if (wanted) setHere(() => loaded);
      },
      (reason: unknown) => wanted && setFailure({ reason }),
    );
    return () => {
      wanted = false;
    };
  }, [part]);
  if (failure) throw failure.reason;
  return Here ? <Here {...props} /> : meanwhile;
}
