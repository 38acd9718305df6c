package dev.lockstep.app.web.route;

import dev.lockstep.domain.access.SignIn;
import dev.lockstep.domain.port.PlatformClock;
import dev.lockstep.domain.port.store.RepositoryException;
import dev.lockstep.domain.port.store.SignIns;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Stores sign-ins for the audit. A store that fails keeps no person out, who may come to halt
 * trading; the log says then what is missing. Of wrong tokens only the first of a minute and a
 * client is stored, so that guessing does not fill the disk.
 */
public final class SignInRecord {
    private static final Logger LOG = LoggerFactory.getLogger(SignInRecord.class);

    private final SignIns signIns;
    private final PlatformClock clock;

    /** Stores them here. */
    public SignInRecord(SignIns signIns, PlatformClock clock) {
        this.signIns = signIns;
        this.clock = clock;
    }

    /** Stores the first wrong token of a client. */
    public void refused(String client) {
        add(SignIn.Act.REFUSED, client);
    }

    void add(SignIn.Act act, String client) {
        try {
            signIns.add(new SignIn(act, client, clock.instant()));
        } catch (RepositoryException failure) {
            LOG.warn("{} from {} is missing in the audit: {}", act, client, failure.getMessage());
        }
    }
}
