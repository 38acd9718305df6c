package dev.lockstep.app.loop;

import dev.lockstep.domain.port.TradingBrake;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A brake that only says what should be held back, for a platform without trading states. */
public final class TellingBrake implements TradingBrake {
    private static final Logger LOG = LoggerFactory.getLogger(TellingBrake.class);

    /** Nothing held back. */
    public TellingBrake() {}

    @Override
    public void apply(String source, String why) {
        LOG.warn("only orders that reduce risk should go out ({}): {}", source, why);
    }

    @Override
    public void release(String source, String why) {
        LOG.warn("all orders may go out again ({}): {}", source, why);
    }
}
