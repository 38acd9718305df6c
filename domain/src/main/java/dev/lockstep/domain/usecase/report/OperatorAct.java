package dev.lockstep.domain.usecase.report;

import dev.lockstep.domain.access.SignIn;
import dev.lockstep.domain.access.TradingKey;
import dev.lockstep.domain.incident.Incident;
import dev.lockstep.domain.risk.limit.RiskChange;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Something that a person or a watchdog has decided, with its author and reason. */
public sealed interface OperatorAct {
    /** Returns when it was done. */
    Instant at();

    /** Returns its author, null if it is not stored. */
    @Nullable String who();

    /**
     * A change of a limit, of the trading state or of the pause of a strategy.
     *
     * @param change the change
     */
    record RiskChanged(RiskChange change) implements OperatorAct {
        @Override
        public Instant at() {
            return change.at();
        }

        @Override
        public String who() {
            return change.who();
        }
    }

    /**
     * The acknowledgement of an incident, or its closing by a person.
     *
     * @param incident the incident, which has an acknowledgement
     * @param at when
     * @param who its author
     * @param reason the reason
     */
    record Acknowledged(Incident incident, Instant at, String who, String reason)
            implements OperatorAct {}

    /**
     * A change of the key of a bot or hook.
     *
     * @param key the key as it is now
     * @param change how the key changed
     * @param at when
     * @param who its author, null if it is not stored
     */
    record KeyChanged(TradingKey key, KeyChange change, Instant at, @Nullable String who)
            implements OperatorAct {}

    /**
     * A sign-in to the screen, or an attempt.
     *
     * @param signIn what was done
     */
    record SignedIn(SignIn signIn) implements OperatorAct {
        @Override
        public Instant at() {
            return signIn.at();
        }

        @Override
        public String who() {
            return signIn.client();
        }
    }

    /** A kind of change of a key. */
    enum KeyChange {
        /** It was created. */
        ADDED,
        /** It has other credentials. */
        ROTATED,
        /** It is no longer valid. */
        REVOKED
    }
}
