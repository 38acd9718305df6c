package dev.lockstep.domain.usecase;

import dev.lockstep.domain.port.Adjustments.AdjustmentQuery;
import dev.lockstep.domain.port.OrderQuery;
import dev.lockstep.domain.port.OrderRepository;
import dev.lockstep.domain.position.Profits;
import dev.lockstep.domain.usecase.adjust.EveryAdjustment;

/** Adds up what our own orders have brought, from what is stored alone. */
public final class MeasureProfit {
    private final OrderRepository repository;

    /** Builds the use case on its port. */
    public MeasureProfit(OrderRepository repository) {
        this.repository = repository;
    }

    /**
     * What they have brought; reads every order of which something has traded, and every
     * adjustment.
     */
    public Profits measure() {
        return Profits.of(
                new EveryPage(repository).listed(OrderQuery.all().counted()),
                new EveryAdjustment(repository.adjustments()).listed(AdjustmentQuery.all()));
    }
}
