package dev.lockstep.broker.alpaca;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.lockstep.domain.instrument.Asset;
import dev.lockstep.domain.instrument.AssetClass;
import dev.lockstep.domain.money.Quantity;
import dev.lockstep.domain.port.broker.AssetLookup;
import dev.lockstep.domain.port.broker.Assets;
import dev.lockstep.domain.port.broker.FetchResult;
import dev.lockstep.domain.port.broker.TradingCalendar;
import dev.lockstep.domain.value.InvalidValueException;
import java.io.IOException;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Assets and calendar are parsed completely or reported as failed. */
final class ReferenceQuestionsTest extends QuestionFixture {
    ReferenceQuestionsTest() throws IOException {}

    @Test
    void an_asset_is_queried_once_and_cached() throws InterruptedException {
        venue.answers(200, assetJson("BTC/USD", "crypto"));

        AssetLookup first = assets().find(BTC_USD);
        AssetLookup second = assets().find(BTC_USD);

        assertThat(first).isEqualTo(second).isInstanceOf(AssetLookup.Found.class);
        Asset asset = ((AssetLookup.Found) first).asset();
        assertThat(asset.minOrderQty()).isEqualTo(Quantity.of("0.0001"));
        assertThat(asset.tradable()).isTrue();
        assertThat(asset.shortable()).isFalse();
        assertThat(venue.server().getRequestCount()).isEqualTo(1);
        assertThat(venue.server().takeRequest().getTarget()).isEqualTo("/v2/assets/BTC%2FUSD");
    }

    @Test
    void an_absent_asset_is_not_cached() {
        venue.answers(
                Venue.answer(404, Venue.error("asset not found for AAPL")),
                Venue.answer(404, "<html>"),
                Venue.answer(200, assetJson("AAPL", "us_equity")));

        assertThat(assets().find(AAPL)).isInstanceOf(AssetLookup.Absent.class);
        assertThat(assets().find(AAPL)).isInstanceOf(AssetLookup.Failed.class);
        assertThat(assets().find(AAPL)).isInstanceOf(AssetLookup.Found.class);
    }

    @Test
    void an_asset_list_omits_unsupported_assets_and_is_cached() {
        venue.answers(
                200,
                "[%s,%s,%s]"
                        .formatted(
                                assetJson("AAPL", "us_equity"),
                                assetJson("SOMETHING_ODD", "us_equity"),
                                assetJson("BRK.B", "us_equity")));

        assertThat(complete(assets().all(AssetClass.US_EQUITY)))
                .extracting(asset -> asset.symbol().value())
                .containsExactly("AAPL", "BRK.B");
        assertThat(complete(assets().all(AssetClass.US_EQUITY))).hasSize(2);
        assertThat(venue.server().getRequestCount()).isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "[{\"date\":\"2026-01-05\",\"open\":\"09:30\"}]",
                "[{\"date\":\"2026-01-05\",\"open\":\"16:00\",\"close\":\"09:30\"}]",
                "[{\"date\":\"Monday\",\"open\":\"09:30\",\"close\":\"16:00\"}]",
                "{}"
            })
    void an_unreadable_calendar_is_not_empty(String body) {
        venue.answers(200, body);

        assertThat(calendar().days(LocalDate.MIN, LocalDate.MAX))
                .isInstanceOf(FetchResult.Failed.class);
    }

    @Test
    void a_calendar_query_with_to_before_from_is_rejected() {
        assertThatExceptionOfType(InvalidValueException.class)
                .isThrownBy(() ->
                        calendar()
                                .days(LocalDate.parse("2026-01-06"), LocalDate.parse("2026-01-05")))
                .withMessageContaining("to: 2026-01-05");
    }

    private static String assetJson(String symbol, String assetClass) {
        return """
        {"id":"x","class":"%s","exchange":"NASDAQ","symbol":"%s","name":null,"status":"active",
         "tradable":true,"marginable":true,"shortable":false,"fractionable":true,
         "borrow_status":"easy_to_borrow","min_order_size":"0.0001","attributes":["a"]}
        """
                .formatted(assetClass, symbol);
    }

    private Assets assets() {
        return ports.getInstance(Assets.class);
    }

    private TradingCalendar calendar() {
        return ports.getInstance(TradingCalendar.class);
    }
}
