import { useLocation, useNavigate } from '@tanstack/react-router';
import { useEffect } from 'react';

/**
 * The address of a paper names the client it lay with. Where it lies with another by now, because two records became one or it was moved, the
 * address is made theirs, so that every way back from the paper leads to whom it is of.
 */
export const useStandingAddress = (named: string, lies: string | null | undefined): void => {
  const navigate = useNavigate();
  const { pathname } = useLocation();
  useEffect(() => {
    if (lies && lies !== named && pathname.includes(named)) void navigate({ to: pathname.replace(named, lies), replace: true });
  }, [named, lies, pathname, navigate]);
};
