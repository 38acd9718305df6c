package dev.lockstep.app.web.route.report;

import dev.lockstep.app.view.body.risk.UsedRulesBody;
import dev.lockstep.domain.order.id.StrategyId;
import dev.lockstep.domain.port.store.OrderRepository;
import dev.lockstep.domain.position.DayTrades;
import dev.lockstep.domain.risk.limit.RiskRules;
import dev.lockstep.domain.usecase.query.LimitUses;
import dev.lockstep.domain.usecase.query.ListStrategies;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.SortedSet;

/** The limits and pauses of strategies with their use, as they are now. */
public final class StrategyRules {
    private final OrderRepository repository;
    private final LimitUses uses;
    private final ListStrategies listStrategies;
    private final InstantSource clock;

    /** Creates a view of the stored rules. */
    public StrategyRules(
            OrderRepository repository, ListStrategies listStrategies, InstantSource clock) {
        this.listStrategies = listStrategies;
        this.repository = repository;
        this.uses = new LimitUses(repository, clock);
        this.clock = clock;
    }

    /** Returns the rules in force. */
    RiskRules all() {
        return repository.riskControl().rules();
    }

    /** Returns the strategies with limits, a pause or a key. */
    SortedSet<StrategyId> configured() {
        return listStrategies.configured();
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
