import type { Staff } from '../../console/staff.ts';
import type { Reach } from './answer-call.ts';
import type { ConsoleRoute } from './route.ts';
import { auditRoutes } from './routes/audit.ts';
import { keyRoutes } from './routes/keys.ts';
import { meRoutes } from './routes/me.ts';
import { sessionRoutes } from './routes/session.ts';
import { setupRoutes } from './routes/setup.ts';
import { staffRoutes } from './routes/staff.ts';

/** What the routes ask of Parley. */
export interface ConsoleParts {
  staff: Staff;
  reach: Reach;
}

/**
 * All routes of the console's API. From this table come the routes themselves with all their checks, their description,
 * and the test of who may do what.
 */
export const consoleRoutes = ({ staff }: ConsoleParts): ConsoleRoute[] => [
  ...setupRoutes(staff),
  ...sessionRoutes(staff),
  ...meRoutes(staff),
  ...staffRoutes(staff),
  ...keyRoutes(staff),
  ...auditRoutes(staff),
];
