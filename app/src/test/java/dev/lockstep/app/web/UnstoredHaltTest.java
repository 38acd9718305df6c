package dev.lockstep.app.web;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lockstep.app.platform.TradingPlatform;
import dev.lockstep.domain.port.store.ConditionalInsert;
import dev.lockstep.domain.port.store.RepositoryException;
import dev.lockstep.domain.port.store.RiskControl;
import dev.lockstep.domain.risk.Exposure;
import dev.lockstep.domain.risk.limit.RiskChange;
import dev.lockstep.domain.risk.limit.RiskRules;
import dev.lockstep.domain.usecase.halt.HaltTrading;
import dev.lockstep.domain.usecase.pretrade.ControlRisk;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A halt over HTTP whose store is full: it holds this process back, and the answer says so. */
@Tag("slow")
class UnstoredHaltTest {
    private static final String HALT = "/api/v1/trading/halt";
    private static final String HERE_ONLY = "this process holds its own orders back";

    @TempDir private static Path home;

    private static ServedPlatform served;

    @BeforeAll
    static void open() {
        served = new ServedPlatform(ServedPlatform.Setup.in(home));
        served.serve(withFullStore(served.tradingPlatform()));
    }

    @AfterAll
    static void close() {
        served.close();
    }

    @Test
    void a_halt_that_cannot_be_stored_is_503_and_says_who_is_held_back() {
        ServedPlatform.Reply reply = served.post(HALT, "{\"reason\":\"news\"}");

        assertThat(reply.status()).as(reply.text()).isEqualTo(503);
        assertThat(reply.json().path("code").asText()).isEqualTo("store");
        assertThat(reply.json().path("detail").asText()).contains(HERE_ONLY);
    }

    @Test
    void its_cancels_are_sent_all_the_same() {
        String resting =
                served.order(
                                """
                                {"symbol":"MSFT","side":"buy","qty":"5","type":"limit",\
                                "limitPrice":"1","timeInForce":"gtc"}\
                                """)
                        .json()
                        .at("/order/id")
                        .asText();

        ServedPlatform.Reply reply = served.post(HALT, "{\"reason\":\"news\",\"cancel\":true}");

        assertThat(reply.status()).as(reply.text()).isEqualTo(503);
        assertThat(reply.json().path("code").asText()).isEqualTo("store");
        assertThat(reply.json().path("detail").asText()).contains(HERE_ONLY);
        assertThat(reply.json().at("/canceled/0/name").asText()).isEqualTo(resting);
        assertThat(reply.json().at("/canceled/0/result").asText()).isEqualTo("requested");
    }

    private static TradingPlatform withFullStore(TradingPlatform tradingPlatform) {
        ControlRisk full =
                new ControlRisk(
                        new FullStore(tradingPlatform.repository().riskControl()),
                        InstantSource.system());
        HaltTrading haltTrading =
                new HaltTrading(
                        full,
                        tradingPlatform.repository(),
                        tradingPlatform.broker(),
                        tradingPlatform.cancelAll(),
                        tradingPlatform.closePosition(),
                        tradingPlatform.syncOrders());
        return new TradingPlatform(
                tradingPlatform.storeUseCases(),
                tradingPlatform.broker(),
                tradingPlatform.submitOrder(),
                tradingPlatform.replaceOrder(),
                tradingPlatform.cancelOrder(),
                tradingPlatform.cancelAll(),
                tradingPlatform.closePosition(),
                tradingPlatform.reversePosition(),
                tradingPlatform.syncOrders(),
                tradingPlatform.resolveUnknown(),
                tradingPlatform.recovery(),
                tradingPlatform.comparePositions(),
                tradingPlatform.reconcile(),
                tradingPlatform.brokerUseCases(),
                haltTrading,
                tradingPlatform.display());
    }

    /** Reads, and stores nothing. */
    private record FullStore(RiskControl real) implements RiskControl {
        @Override
        public RiskRules rules() {
            return real.rules();
        }

        @Override
        public RiskRules change(RiskChange change) {
            throw new RepositoryException(
                    RepositoryException.Reason.DISK_FULL, HERE_ONLY + " (the disk is full)");
        }

        @Override
        public Exposure exposure(ConditionalInsert request) {
            return real.exposure(request);
        }

        @Override
        public List<RiskChange> changes(int limit) {
            return real.changes(limit);
        }

        @Override
        public List<RiskChange> changes(Instant before, int limit) {
            return real.changes(before, limit);
        }
    }
}
