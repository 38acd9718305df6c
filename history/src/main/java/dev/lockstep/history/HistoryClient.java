package dev.lockstep.history;

import java.math.BigDecimal;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.BooleanSupplier;
import java.util.function.LongSupplier;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/** A client that makes one random request after the other, each at a random process. */
final class HistoryClient {
    private static final List<String> SYMBOLS = List.of("AAPL", "MSFT", "KO", "F");

    /** Far below the market, so that the order waits until it is canceled. */
    private static final BigDecimal RESTING_PRICE = new BigDecimal("1.50");

    /** Most replies are missing because a process is being started again. */
    private static final int MAX_WAIT_MILLIS = 500;

    private final int number;
    private final List<ClientApi> platforms;
    private final KnownOrders known;
    private final LongSupplier nanoTime;
    private final Waiting waiting;
    private final ClientPace pace;
    private final RandomGenerator random;
    private final Deque<String> resting = new ArrayDeque<>();
    private int orders;

    HistoryClient(
            int number,
            List<ClientApi> platforms,
            KnownOrders known,
            LongSupplier nanoTime,
            Waiting waiting,
            ClientPace pace,
            long seed) {
        this.number = number;
        this.platforms = platforms;
        this.known = known;
        this.nanoTime = nanoTime;
        this.waiting = waiting;
        this.pace = pace;
        this.random = new SplittableRandom(seed * 31 + number);
    }

    List<Invocation> run(BooleanSupplier goesOn) throws InterruptedException {
        List<Invocation> done = new ArrayList<>();
        while (goesOn.getAsBoolean()) {
            if (pace.maxPauseMillis() > 0) {
                waiting.millis(random.nextInt(pace.maxPauseMillis()));
            }
            Invocation invocation = invoked(next());
            if (invocation.request() instanceof ClientRequest.Submit submit) {
                remember(submit, invocation);
            }
            done.add(invocation);
            if (invocation.reply() instanceof ClientReply.Missing) {
                waiting.millis(random.nextInt(MAX_WAIT_MILLIS));
            }
        }
        return done;
    }

    private void remember(ClientRequest.Submit submit, Invocation invocation) {
        for (SeenOrder order : invocation.seen()) {
            known.addId(order.id());
            if (submit.terms().limitPrice() != null) {
                resting.add(order.id());
            }
        }
    }

    private Invocation invoked(ClientRequest request) throws InterruptedException {
        int platform = random.nextInt(platforms.size());
        long invoked = nanoTime.getAsLong();
        ClientReply reply = platforms.get(platform).reply(request);
        return new Invocation(number, platform + 1, invoked, nanoTime.getAsLong(), request, reply);
    }

    /** Half of the requests are new orders; the others concern the newest orders of all clients. */
    private ClientRequest next() {
        if (resting.size() > pace.maxRestingOrders()) {
            return new ClientRequest.Cancel(resting.remove());
        }
        int choice = random.nextInt(100);
        ClientRequest request =
                choice < 10
                        ? known.submit(random)
                        : choice < 30 ? cancel() : choice < 60 ? read() : null;
        return request == null ? newOrder() : request;
    }

    private @Nullable ClientRequest cancel() {
        String id = known.id(random);
        return id == null ? null : new ClientRequest.Cancel(id);
    }

    private @Nullable ClientRequest read() {
        ClientRequest.Submit submit = known.submit(random);
        return submit == null ? null : new ClientRequest.Read(submit.key());
    }

    private ClientRequest newOrder() {
        orders++;
        ClientRequest.Submit submit =
                new ClientRequest.Submit(
                        "client-" + number + "-" + orders,
                        new SubmittedTerms(
                                SYMBOLS.get(random.nextInt(SYMBOLS.size())),
                                "buy",
                                BigDecimal.valueOf(random.nextInt(1, 10)),
                                random.nextBoolean() ? RESTING_PRICE : null));
        known.add(submit);
        return submit;
    }
}
