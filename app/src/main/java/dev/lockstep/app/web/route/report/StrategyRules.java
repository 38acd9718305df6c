package dev.lockstep.app.web.route.report;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.lockstep.app.view.body.BodyTree;
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

    /** Returns the JSON of the rules of one strategy. */
    ObjectNode json(RiskRules all, StrategyId strategy) {
        RiskRules own = all.of(strategy);
        return BodyTree.of(UsedRulesBody.of(own, uses.of(own.limits(), strategy)));
    }
}
