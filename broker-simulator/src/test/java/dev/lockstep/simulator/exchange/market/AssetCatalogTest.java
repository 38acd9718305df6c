package dev.lockstep.simulator.exchange.market;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lockstep.simulator.exchange.model.Asset;
import org.junit.jupiter.api.Test;

class AssetCatalogTest {
    private static final int LETTERS = 26;

    private final AssetCatalog listing = new AssetCatalog();

    @Test
    void the_number_of_cached_tickers_is_bounded() {
        for (int number = 0; number < AssetCatalog.MAX_SEEN_ASSETS + 1_000; number++) {
            assertThat(listing.find(ticker(number))).isPresent();
        }
        assertThat(listing.all()).hasSize(AssetCatalog.MAX_SEEN_ASSETS);
    }

    @Test
    void a_ticker_beyond_the_limit_is_the_same_each_time() {
        for (int number = 0; number < AssetCatalog.MAX_SEEN_ASSETS; number++) {
            listing.find(ticker(number));
        }
        assertThat(listing.find("YYYYY")).isPresent().isEqualTo(listing.find("yyyyy"));
        assertThat(listing.all()).extracting(Asset::symbol).doesNotContain("YYYYY");
    }

    /** Returns a ticker of five letters, starting at AAAAA. */
    private static String ticker(int number) {
        StringBuilder text = new StringBuilder();
        for (int rest = number, place = 0; place < 5; place++, rest /= LETTERS) {
            text.insert(0, (char) ('A' + rest % LETTERS));
        }
        return text.toString();
    }
}
