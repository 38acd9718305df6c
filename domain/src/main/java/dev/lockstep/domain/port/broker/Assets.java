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
    /** Looks up an instrument. */
    AssetLookup find(Symbol symbol);

    /** Returns all active instruments of a kind; complete or failed. */
    FetchResult<List<Asset>> all(AssetClass assetClass);
}
