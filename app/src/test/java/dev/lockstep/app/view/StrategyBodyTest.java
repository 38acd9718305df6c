package dev.lockstep.app.view;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lockstep.app.view.body.BodyTree;
import dev.lockstep.domain.instrument.Symbol;
import dev.lockstep.domain.money.Money;
import dev.lockstep.domain.money.NetQuantity;
import dev.lockstep.domain.order.id.StrategyId;
import dev.lockstep.domain.risk.limit.LimitName;
import dev.lockstep.domain.risk.limit.RiskLimit;
import dev.lockstep.domain.risk.limit.RiskLimits;
import dev.lockstep.domain.risk.limit.RiskRules;
import dev.lockstep.domain.usecase.query.ListStrategies.Snapshot;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** The JSON of strategies, field by field. */
class StrategyBodyTest {
    @Test
    void figures_come_before_limits_with_their_use_and_an_unknown_exposure_is_null() {
        Snapshot snapshot =
                new Snapshot(
                        new StrategyId("trend"),
                        new RiskRules(RiskLimits.of(new RiskLimit.MaxOpenOrders(50)), List.of()),
                        4,
                        1,
                        new TreeMap<>(Map.of(new Symbol("AAPL"), NetQuantity.of("-3"))),
                        Map.of(LimitName.MAX_OPEN_ORDERS, 1));

        assertThat(
                        BodyTree.of(
                                StrategyBody.of(
                                        new StrategyView.Measured(
                                                snapshot, null, Money.of("1.50"), Money.of("2")))))
                .hasToString(
                        """
                        {"strategy":"trend","ordersToday":4,"openOrders":1,"exposure":null,\
                        "realizedToday":"1.5","realized":"2","holdings":{"AAPL":"-3"},"state":"active",\
                        "restrictions":[],"limits":{"max-open-orders":"50"},\
                        "used":{"max-open-orders":1}}\
                        """);
    }
}
