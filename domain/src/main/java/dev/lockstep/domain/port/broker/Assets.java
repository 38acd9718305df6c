package dev.lockstep.domain.port.broker;

import dev.lockstep.domain.instrument.Asset;
import dev.lockstep.domain.instrument.AssetClass;
import dev.lockstep.domain.instrument.Symbol;
import java.util.List;

/**
 * What can be traded at the broker. Answers may be some minutes old: it changes by the day.
 *
 * <p>Implementations are safe for use by several threads, bound every call in time, and answer
 * every failure by a value.
 */
public interface Assets {
    /** Looks for one instrument. */
    AssetLookup find(Symbol symbol);

    /** All active instruments of a kind; complete or failed. */
    FetchResult<List<Asset>> all(AssetClass assetClass);
}
