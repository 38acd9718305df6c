package dev.lockstep.contracts;

import dev.lockstep.domain.port.OrderIds;
import dev.lockstep.domain.port.PlatformClock;
import dev.lockstep.domain.port.broker.Assets;
import dev.lockstep.domain.port.broker.Broker;
import dev.lockstep.domain.port.broker.MarketData;
import dev.lockstep.domain.port.store.OrderRepository;
import dev.lockstep.domain.usecase.pretrade.MarketWatch;
import dev.lockstep.domain.usecase.replace.ReplaceOrder;
import dev.lockstep.domain.usecase.submit.SubmitOrder;

/** Use cases for tests that need neither prices nor the broker's instruments. */
public final class SampleUseCases {
    private SampleUseCases() {}

    public static SubmitOrder submitOrder(
            OrderRepository repository, Broker broker, OrderIds ids, PlatformClock clock) {
        return new SubmitOrder(
                repository, broker, ids, clock, watch(broker, clock), Assets.unavailable());
    }

    public static ReplaceOrder replaceOrder(
            OrderRepository repository, Broker broker, OrderIds ids, PlatformClock clock) {
        return new ReplaceOrder(
                repository, broker, ids, clock, watch(broker, clock), Assets.unavailable());
    }

    private static MarketWatch watch(Broker broker, PlatformClock clock) {
        return new MarketWatch(broker, MarketData.unavailable(), clock);
    }
}
