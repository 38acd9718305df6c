package dev.lockstep.domain.usecase.query;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lockstep.contracts.FakeMarket;
import dev.lockstep.domain.instrument.Asset;
import dev.lockstep.domain.instrument.Symbol;
import dev.lockstep.domain.port.broker.FetchResult;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The search of instruments by symbol and by name. */
class SearchAssetsTest {
    private final FakeMarket market = new FakeMarket();
    private final SearchAssets search = new SearchAssets(market);

    @Test
    void the_symbol_comes_first_then_beginnings_of_symbols_and_of_words_then_parts() {
        offer("PINE", "Alpine Income");
        offer("APLE", "Hospitality Trust");
        offer("AAPL", "Apple Inc.");
        offer("AP", "Ampco Pittsburgh");
        offer("SNAP", "Snap Inc.");
        offer("MSFT", "Microsoft");

        assertThat(found("ap")).containsExactly("AP", "APLE", "AAPL", "SNAP");
    }

    @Test
    void an_instrument_is_found_by_its_name_in_any_case() {
        offer("AAPL", "Apple Inc.");
        offer("BTC/USD", "Bitcoin");

        assertThat(found("bitCOIN")).containsExactly("BTC/USD");
        assertThat(found("xylophone")).isEmpty();
    }

    @Test
    void a_list_that_cannot_be_fetched_is_a_failure_and_not_an_empty_result() {
        offer("AAPL", "Apple Inc.");
        market.down(true);

        assertThat(search.matching("AAPL")).isInstanceOf(FetchResult.Failed.class);
    }

    private List<String> found(String text) {
        return search.matching(text) instanceof FetchResult.Complete<List<Asset>>(List<Asset> found)
                ? found.stream().map(asset -> asset.symbol().value()).toList()
                : List.of("failed");
    }

    private void offer(String symbol, String name) {
        market.set(
                new Asset(
                        new Symbol(symbol),
                        name,
                        "NASDAQ",
                        true,
                        true,
                        true,
                        true,
                        true,
                        null,
                        null,
                        null));
    }
}
