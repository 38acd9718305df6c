package dev.lockstep.app.web.route.report;

import dev.lockstep.app.view.body.risk.UsedRulesBody;
import dev.lockstep.domain.order.id.StrategyId;
import dev.lockstep.domain.port.store.OrderRepository;
import dev.lockstep.domain.position.DayTrades;
import dev.lockstep.domain.risk.limit.RiskRules;
import dev.lockstep.domain.usecase.query.LimitUses;
import java.time.InstantSource;
import java.time.LocalDate;

/** The limits and pauses of strategies with their use, as they are now. */
public final class StrategyRules {
    private final OrderRepository repository;
    private final LimitUses uses;
    private final InstantSource clock;

    /** Creates a view of the stored rules. */
    public StrategyRules(OrderRepository repository, InstantSource clock) {
        this.repository = repository;
        this.uses = new LimitUses(repository, clock);
        this.clock = clock;
    }

    /** Returns the rules in force. */
    RiskRules all() {
        return repository.riskControl().rules();
    }

    /** Returns the day in New York. */
    LocalDate today() {
        return DayTrades.dayOf(clock.instant());
    }

    /** Returns the rules of one strategy with the use of its limits. */
    UsedRulesBody of(RiskRules all, StrategyId strategy) {
        RiskRules own = all.of(strategy);
        return UsedRulesBody.of(own, uses.of(own.limits(), strategy));
    }
}
