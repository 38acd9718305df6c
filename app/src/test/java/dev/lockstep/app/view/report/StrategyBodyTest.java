package dev.lockstep.app.view.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lockstep.app.view.body.BodyTree;
import dev.lockstep.app.view.body.risk.UsedRulesBody;
import dev.lockstep.domain.money.Money;
import dev.lockstep.domain.order.id.StrategyId;
import dev.lockstep.domain.position.Profits;
import dev.lockstep.domain.risk.limit.LimitName;
import dev.lockstep.domain.risk.limit.RiskLimit;
import dev.lockstep.domain.risk.limit.RiskLimits;
import dev.lockstep.domain.risk.limit.RiskRules;
import dev.lockstep.domain.usecase.report.MeasureStrategies.Figures;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The JSON of strategies, field by field. */
class StrategyBodyTest {
    private static final LocalDate TODAY = LocalDate.of(2026, 1, 5);
    private static final RiskRules RULES =
            new RiskRules(RiskLimits.of(new RiskLimit.MaxOpenOrders(50)), List.of());
    private static final Figures FIGURES = new Figures(Profits.NONE, 1, 4, TODAY, Money.of("1.50"));

    @Test
    void figures_come_before_limits_with_their_use_and_an_unknown_exposure_is_null() {
        assertThat(BodyTree.of(body(TODAY)))
                .hasToString(
                        """
                        {"strategy":"trend","ordersToday":4,"openOrders":1,"exposure":null,\
                        "realizedToday":"1.5","realized":"0","unrealized":"0","symbols":[],\
                        "state":"active","restrictions":[],"limits":{"max-open-orders":"50"},\
                        "used":{"max-open-orders":1}}\
                        """);
    }

    @Test
    void figures_of_the_day_before_count_nothing_today() {
        StrategyBody body = body(TODAY.plusDays(1));

        assertThat(body.ordersToday()).isZero();
        assertThat(body.realizedToday()).isEqualTo("0");
        assertThat(body.openOrders()).isEqualTo(1);
    }

    private static StrategyBody body(LocalDate today) {
        return StrategyBody.of(
                new StrategyId("trend"),
                FIGURES,
                null,
                today,
                _ -> null,
                UsedRulesBody.of(RULES, Map.of(LimitName.MAX_OPEN_ORDERS, 1)));
    }
}
