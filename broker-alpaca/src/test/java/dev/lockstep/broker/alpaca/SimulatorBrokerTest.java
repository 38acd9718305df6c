package dev.lockstep.broker.alpaca;

import com.google.inject.Injector;
import dev.lockstep.contracts.broker.BrokerContract;
import dev.lockstep.domain.order.id.InstanceTag;
import dev.lockstep.domain.port.OrderIds;
import dev.lockstep.domain.port.TimeOrderedIds;
import dev.lockstep.domain.port.broker.AccountHistory;
import dev.lockstep.domain.port.broker.Assets;
import dev.lockstep.domain.port.broker.Broker;
import dev.lockstep.domain.port.broker.MarketData;
import dev.lockstep.domain.port.broker.TradingCalendar;
import dev.lockstep.simulator.Simulator;
import dev.lockstep.simulator.SimulatorConfig;
import java.time.InstantSource;
import java.util.SplittableRandom;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;

/** Runs the broker contract against the simulator. */
@Tag("slow")
final class SimulatorBrokerTest extends BrokerContract {
    private final Simulator simulator = Simulator.start(SimulatorConfig.defaults());
    private final Injector ports =
            Brokers.ports(
                    AlpacaConfig.at(
                            simulator.uri(),
                            SimulatorConfig.DEFAULT_KEY.id(),
                            new ApiSecret(SimulatorConfig.DEFAULT_KEY.secret())));
    private final Broker broker = ports.getInstance(Broker.class);
    private final OrderIds ids =
            new TimeOrderedIds(
                    new InstanceTag("test"), InstantSource.system(), new SplittableRandom(1));

    @AfterEach
    void close() {
        simulator.close();
    }

    @Override
    public Broker broker() {
        return broker;
    }

    @Override
    public MarketData marketData() {
        return ports.getInstance(MarketData.class);
    }

    @Override
    public Assets assets() {
        return ports.getInstance(Assets.class);
    }

    @Override
    public TradingCalendar calendar() {
        return ports.getInstance(TradingCalendar.class);
    }

    @Override
    public AccountHistory history() {
        return ports.getInstance(AccountHistory.class);
    }

    @Override
    public OrderIds ids() {
        return ids;
    }

    @Override
    public boolean marketOrdersFill() {
        return true;
    }

    @Override
    public boolean accountIsOurs() {
        return true;
    }
}
