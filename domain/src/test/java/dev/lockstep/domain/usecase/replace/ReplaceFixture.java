package dev.lockstep.domain.usecase.replace;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lockstep.contracts.FakeBroker;
import dev.lockstep.contracts.SampleOrders;
import dev.lockstep.contracts.SampleUseCases;
import dev.lockstep.contracts.TestClock;
import dev.lockstep.domain.instrument.Symbol;
import dev.lockstep.domain.money.Price;
import dev.lockstep.domain.order.Evidence;
import dev.lockstep.domain.order.NewOrder;
import dev.lockstep.domain.order.Order;
import dev.lockstep.domain.order.OrderStatus;
import dev.lockstep.domain.order.OrderType;
import dev.lockstep.domain.order.RejectReason;
import dev.lockstep.domain.order.ReportedStatus;
import dev.lockstep.domain.port.broker.ReplaceAnswer;
import dev.lockstep.domain.risk.denial.Denial;
import dev.lockstep.domain.risk.denial.DenialReason;
import dev.lockstep.domain.usecase.FailingRepository;
import dev.lockstep.domain.usecase.recover.ResolveUnknown;
import dev.lockstep.domain.usecase.submit.RecoveryPolicy;
import dev.lockstep.domain.usecase.submit.ReplaceResult;
import dev.lockstep.domain.usecase.submit.SubmitOrder;
import dev.lockstep.domain.usecase.sync.SyncOrders;
import java.time.Duration;
import java.util.List;

/** A working order at a fake broker, and the replacements of it. */
abstract class ReplaceFixture {
    static final Symbol AAPL = new Symbol("AAPL");
    static final Evidence ANSWER = Evidence.local("answer");

    final FailingRepository repository = new FailingRepository();
    final FakeBroker broker = new FakeBroker();
    final TestClock clock = new TestClock();
    final SampleOrders sample = new SampleOrders();
    final SubmitOrder submitOrder =
            SampleUseCases.submitOrder(repository, broker, sample.ids(), clock);
    final ReplaceOrder replaceOrder =
            SampleUseCases.replaceOrder(repository, broker, sample.ids(), clock);
    final SyncOrders syncOrders = new SyncOrders(repository, broker, sample.ids(), clock);
    final ResolveUnknown resolveUnknown =
            new ResolveUnknown(
                    repository,
                    repository.riskControl(),
                    broker,
                    sample.ids(),
                    clock,
                    new RecoveryPolicy(Duration.ofSeconds(15), Duration.ofSeconds(60)));

    static ReplaceAnswer refused(RejectReason reason, String text) {
        return new ReplaceAnswer.Refused(reason, text, List.of(), ANSWER);
    }

    Order working() {
        return working(SampleOrders.tenShares().with(new OrderType.Limit(Price.of("100"))));
    }

    Order working(NewOrder terms) {
        Order order = submitOrder.submit(terms).order();
        broker.set(
                SampleOrders.like(broker.book(order.clientOrderId()))
                        .status(new ReportedStatus.Known("new", OrderStatus.NEW))
                        .order());
        syncOrders.sync();
        return stored(order);
    }

    static ReplaceRequest limit(String price) {
        return new ReplaceRequest(null, Price.of(price), null, null, null);
    }

    static Order sent(ReplaceResult result) {
        assertThat(result).isInstanceOf(ReplaceResult.Sent.class);
        return ((ReplaceResult.Sent) result).order();
    }

    static List<DenialReason> reasons(ReplaceResult result) {
        assertThat(result).isInstanceOf(ReplaceResult.Denied.class);
        return ((ReplaceResult.Denied) result).denials().stream().map(Denial::reason).toList();
    }

    Order stored(Order order) {
        return repository.find(order.id()).orElseThrow();
    }
}
