package dev.lockstep.app.cli.demo;

import dev.lockstep.app.cli.shell.CommandContext;
import dev.lockstep.app.cli.shell.OpenPlatform;
import dev.lockstep.app.cli.shell.Output;
import dev.lockstep.app.demo.CompanionLoop;
import dev.lockstep.app.demo.Tally;
import dev.lockstep.app.exit.ExitCode;
import dev.lockstep.app.platform.StoreUseCases;
import dev.lockstep.domain.order.Order;
import dev.lockstep.domain.port.maintenance.StoreStatus;
import dev.lockstep.domain.port.store.OrderQuery;
import dev.lockstep.domain.port.store.OrderRepository;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** The demo's third process: reads every page again and again until its input ends. */
@Command(name = "demo-reader", hidden = true, description = "A part of 'lockstep demo'.")
public final class DemoReaderCommand implements Callable<Integer> {
    private static final int PAGE_ORDERS = 100;

    private final CommandContext context;

    @Mixin private Output output = new Output();

    public DemoReaderCommand(CommandContext context) {
        this.context = context;
    }

    @Override
    public Integer call() throws InterruptedException {
        try (StoreUseCases book = OpenPlatform.store(context)) {
            CompanionLoop loop =
                    new CompanionLoop(
                            context.processEnvironment().in(),
                            context.processEnvironment().pause());
            output.line(CompanionLoop.READY);
            long rounds = loop.run(() -> readAll(book.repository()));
            StoreStatus status = book.inspection().inspect();
            output.print(new Tally(rounds, status.retries(), status.lockErrors()).json());
            return ExitCode.OK.number();
        }
    }

    private static void readAll(OrderRepository repository) {
        OrderQuery query = OrderQuery.all().newestFirst().limit(PAGE_ORDERS);
        List<Order> page = repository.search(query);
        while (!page.isEmpty()) {
            repository.history(page.getLast().id());
            page = repository.search(query.after(page.getLast().id()));
        }
    }
}
