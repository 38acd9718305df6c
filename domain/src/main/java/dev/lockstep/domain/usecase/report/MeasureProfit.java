package dev.lockstep.domain.usecase.report;

import dev.lockstep.domain.port.store.Adjustments.AdjustmentQuery;
import dev.lockstep.domain.port.store.OrderQuery;
import dev.lockstep.domain.port.store.OrderRepository;
import dev.lockstep.domain.position.Profits;
import dev.lockstep.domain.usecase.query.AdjustmentScanner;
import dev.lockstep.domain.usecase.query.OrderScanner;

/** Adds up what our own orders have brought, from what is stored alone. */
public final class MeasureProfit {
    private final OrderRepository repository;

    /** Builds the use case on its port. */
    public MeasureProfit(OrderRepository repository) {
        this.repository = repository;
    }

    /** Returns the profit; reads every order with fills, and every adjustment. */
    public Profits measure() {
        return Profits.of(
                new OrderScanner(repository).listed(OrderQuery.all().counted()),
                new AdjustmentScanner(repository.adjustments()).listed(AdjustmentQuery.all()));
    }
}
