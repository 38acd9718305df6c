package dev.lockstep.benchmarks.usecase;

import dev.lockstep.benchmarks.measure.ConcurrentCalls;
import dev.lockstep.benchmarks.measure.Contestant;
import dev.lockstep.benchmarks.measure.Score;
import dev.lockstep.domain.order.Evidence;
import dev.lockstep.domain.order.Order;
import dev.lockstep.domain.port.broker.OrderLookup;
import dev.lockstep.domain.port.broker.SendGuard;
import dev.lockstep.domain.port.broker.SubmitAnswer;
import dev.lockstep.domain.usecase.recover.ResolveUnknown;
import dev.lockstep.domain.usecase.submit.RecoveryPolicy;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Recovery of orders that the exchange has and whose answers are not stored, or only a lookup of
 * each. Making them is not timed.
 */
final class Recoveries implements Contestant {
    private static final Evidence EVIDENCE = Evidence.local("benchmark");
    private static final Duration NEVER_REACHED = Duration.ofMinutes(30);

    private final String name;
    private final TradingAccount account;
    private final int orders;
    private final boolean lookupsOnly;
    private final ResolveUnknown resolveUnknown;

    Recoveries(String name, TradingAccount account, int orders, boolean lookupsOnly) {
        this.name = name;
        this.account = account;
        this.orders = orders;
        this.lookupsOnly = lookupsOnly;
        this.resolveUnknown =
                new ResolveUnknown(
                        account.repository(),
                        account.repository().riskControl(),
                        account.broker(),
                        account.ids(),
                        account.clock(),
                        new RecoveryPolicy(NEVER_REACHED, NEVER_REACHED));
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public Score run() throws InterruptedException {
        List<Order> unanswered = IntStream.range(0, orders).mapToObj(account::intent).toList();
        ConcurrentCalls.run(
                orders, TradingAccount.CALLERS, number -> loseAnswer(unanswered.get(number)));
        long began = System.nanoTime();
        if (lookupsOnly) {
            unanswered.forEach(this::look);
        }
        long lookedUp = System.nanoTime();
        int recovered = resolveUnknown.resolve().settled().size();
        long took = (lookupsOnly ? lookedUp : System.nanoTime()) - began;
        TradingAccount.requireCount("recovered orders", recovered, orders);
        return Score.of(orders, took, new long[] {took});
    }

    private void loseAnswer(Order order) {
        account.repository().add(order, EVIDENCE);
        SubmitAnswer answer = account.broker().submit(order, SendGuard.ALWAYS);
        if (!(answer instanceof SubmitAnswer.Acknowledged)) {
            throw new IllegalStateException("order " + order.id() + ": " + answer);
        }
    }

    private void look(Order order) {
        if (!(account.broker().find(order.clientOrderId()) instanceof OrderLookup.Found)) {
            throw new IllegalStateException("order " + order.id() + " was not found");
        }
    }
}
