package dev.lockstep.benchmarks.usecase;

import dev.lockstep.benchmarks.measure.ConcurrentCalls;
import dev.lockstep.benchmarks.measure.Contestant;
import dev.lockstep.benchmarks.measure.Score;
import dev.lockstep.domain.order.Evidence;
import dev.lockstep.domain.order.Order;
import dev.lockstep.domain.order.OrderStatus;
import dev.lockstep.domain.order.id.BrokerOrderId;
import dev.lockstep.domain.port.broker.ExecutionReports;
import dev.lockstep.domain.port.broker.SendGuard;
import dev.lockstep.domain.port.broker.StreamedReport;
import dev.lockstep.domain.port.broker.SubmitAnswer;
import dev.lockstep.domain.usecase.monitor.LoopEvent;
import dev.lockstep.domain.usecase.sync.ApplyExecutionReport;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Fills of the exchange's stream, applied one after the other. Making and receiving them, and the
 * events before them, are not timed.
 */
final class AppliedFills implements Contestant {
    private static final Evidence EVIDENCE = Evidence.local("benchmark");

    private final String name;
    private final TradingAccount account;
    private final int orders;
    private final Consumer<StreamedReport> applied;
    private final int executionsEach;

    private AppliedFills(
            String name,
            TradingAccount account,
            int orders,
            Consumer<StreamedReport> applied,
            int executionsEach) {
        this.name = name;
        this.account = account;
        this.orders = orders;
        this.applied = applied;
        this.executionsEach = executionsEach;
    }

    /** Applies them as the trading loop does: the execution and then the order. */
    static AppliedFills byLoop(String name, TradingAccount account, int orders) {
        ExecutionReports.Listener listener =
                account.tradingLoop(AppliedFills::requireNoFailure).listener();
        return new AppliedFills(name, account, orders, listener::report, 1);
    }

    /** Applies them to the orders only, and stores no execution. */
    static AppliedFills toOrders(String name, TradingAccount account, int orders) {
        ApplyExecutionReport applyExecutionReport = account.applyExecutionReport();
        return new AppliedFills(name, account, orders, applyExecutionReport::apply, 0);
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public Score run() throws InterruptedException {
        List<Order> intents = IntStream.range(0, orders).mapToObj(account::marketIntent).toList();
        account.repository().addAll(intents, EVIDENCE);
        List<StreamedReport> reports =
                StreamRecorder.recorded(
                        account.executionReports(),
                        intents.stream().map(Order::clientOrderId).collect(Collectors.toSet()),
                        () ->
                                ConcurrentCalls.run(
                                        orders,
                                        TradingAccount.CALLERS,
                                        number -> submit(intents.get(number))));
        reports.stream().filter(report -> report.fill() == null).forEach(applied);
        List<StreamedReport> fills =
                reports.stream().filter(report -> report.fill() != null).toList();
        Score score = ConcurrentCalls.run(orders, 1, number -> applied.accept(fills.get(number)));
        intents.forEach(this::requireFilled);
        return score;
    }

    private void submit(Order order) {
        SubmitAnswer answer = account.broker().submit(order, SendGuard.ALWAYS);
        if (!(answer instanceof SubmitAnswer.Acknowledged)) {
            throw new IllegalStateException("order " + order.id() + ": " + answer);
        }
    }

    private void requireFilled(Order intent) {
        Order order = account.repository().find(intent.id()).orElseThrow();
        BrokerOrderId id = order.brokerOrderId();
        if (order.status() != OrderStatus.FILLED || id == null) {
            throw new IllegalStateException("order " + order.id() + " is " + order.status());
        }
        TradingAccount.requireCount(
                "executions of an order", account.fills().of(id).size(), executionsEach);
    }

    private static void requireNoFailure(LoopEvent event) {
        if (event instanceof LoopEvent.JobFailed) {
            throw new IllegalStateException(event.text());
        }
    }
}
