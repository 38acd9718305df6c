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
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Fills of the exchange's stream, applied by the trading loop in the order of their arrival, and as
 * many at once as wait. Making and receiving them, and the events before them, are not timed.
 */
final class AppliedFills implements Contestant {
    private static final Evidence EVIDENCE = Evidence.local("benchmark");

    private final String name;
    private final TradingAccount account;
    private final int orders;
    private final int atOnce;
    private final ExecutionReports.Listener loop;

    /**
     * Creates the contestant.
     *
     * @param orders the number of orders in a round, each with one fill
     * @param atOnce how many fills wait for the loop at a time
     */
    AppliedFills(String name, TradingAccount account, int orders, int atOnce) {
        this.name = name;
        this.account = account;
        this.orders = orders;
        this.atOnce = atOnce;
        this.loop = account.tradingLoop(AppliedFills::requireNoFailure).listener();
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
        applied(reports.stream().filter(report -> report.fill() == null).toList());
        Score score = applied(reports.stream().filter(report -> report.fill() != null).toList());
        intents.forEach(this::requireFilled);
        return score;
    }

    private Score applied(List<StreamedReport> reports) {
        long[] callNanos = new long[Math.ceilDiv(reports.size(), atOnce)];
        long began = System.nanoTime();
        for (int call = 0; call < callNanos.length; call++) {
            int from = call * atOnce;
            long called = System.nanoTime();
            loop.reports(reports.subList(from, Math.min(reports.size(), from + atOnce)));
            callNanos[call] = System.nanoTime() - called;
        }
        return Score.of(reports.size(), System.nanoTime() - began, callNanos);
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
        TradingAccount.requireCount("executions of an order", account.fills().of(id).size(), 1);
    }

    private static void requireNoFailure(LoopEvent event) {
        if (event instanceof LoopEvent.JobFailed) {
            throw new IllegalStateException(event.text());
        }
    }
}
