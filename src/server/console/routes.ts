import type { Desk } from '../../console/desk.ts';
import type { EvidenceDesk } from '../../console/evidence.ts';
import type { Figures } from '../../console/figures.ts';
import type { IdentityProvider } from '../../console/identity.ts';
import type { Library } from '../../console/library.ts';
import type { Replies } from '../../console/replies.ts';
import type { Staff } from '../../console/staff.ts';
import type { ConsoleRoute } from './route.ts';
import { auditRoutes } from './routes/audit.ts';
import { conversationRoutes } from './routes/conversations.ts';
import { deadlineRoutes } from './routes/deadlines.ts';
import { evidenceRoutes } from './routes/evidence.ts';
import { figuresRoutes } from './routes/figures.ts';
import { inboxRoutes } from './routes/inbox.ts';
import { keyRoutes } from './routes/keys.ts';
import { libraryRoutes } from './routes/library.ts';
import { meRoutes } from './routes/me.ts';
import { oidcRoutes } from './routes/oidc.ts';
import { repliesRoutes } from './routes/replies.ts';
import { sessionRoutes } from './routes/session.ts';
import { setupRoutes } from './routes/setup.ts';
import { staffRoutes } from './routes/staff.ts';
import { talkRoutes } from './routes/talk.ts';

/** What the routes ask of Parley. */
export interface ConsoleParts {
  staff: Staff;
  desk: Desk;
  evidence: EvidenceDesk;
  library: Library;
  figures: Figures;
  replies: Replies;
  /** Another system that vouches for people; null without one. */
  provider: IdentityProvider | null;
  onError: (error: unknown) => void;
}

/**
 * All routes of the console's API. From this table come the routes themselves with all their checks, their description,
 * and the test of who may do what.
 */
export const consoleRoutes = ({
  staff,
  desk,
  evidence,
  library,
  figures,
  replies,
  provider,
  onError,
}: ConsoleParts): ConsoleRoute[] => [
  ...setupRoutes(staff),
  ...sessionRoutes(staff, provider),
  ...(provider ? oidcRoutes(staff, provider, onError) : []),
  ...meRoutes(staff),
  ...staffRoutes(staff),
  ...keyRoutes(staff),
  ...auditRoutes(staff),
  ...inboxRoutes(desk),
  ...conversationRoutes(desk, staff),
  ...talkRoutes(desk),
  ...deadlineRoutes(desk),
  ...evidenceRoutes(evidence),
  ...libraryRoutes(library),
  ...figuresRoutes(figures, staff),
  ...repliesRoutes(replies),
];
