package dev.lockstep.domain.port.broker;

import dev.lockstep.domain.instrument.Asset;
import dev.lockstep.domain.instrument.AssetClass;
import dev.lockstep.domain.instrument.Symbol;
import java.util.List;

/**
 * The instruments at the broker. Answers may be some minutes old, because they change daily.
 *
 * <p>Implementations are thread-safe, bound every call in time, and return every failure as a
 * value.
 */
public interface Assets {
    /**
     * Returns the instruments of a broker that publishes none: every question fails, which denies
     * no order, so that the venue alone judges the instrument.
     */
    static Assets unavailable() {
        BrokerFault fault = BrokerFault.unavailable("there is no list of instruments");
        return new Assets() {
            @Override
            public AssetLookup find(Symbol symbol) {
                return new AssetLookup.Failed(fault);
            }

            @Override
            public FetchResult<List<Asset>> all(AssetClass assetClass) {
                return new FetchResult.Failed<>(fault);
            }
        };
    }

    /** Looks up an instrument. */
    AssetLookup find(Symbol symbol);

    /** Returns all active instruments of a kind; complete or failed. */
    FetchResult<List<Asset>> all(AssetClass assetClass);
}
