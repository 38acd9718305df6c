package dev.lockstep.app.prove.kill;

import dev.lockstep.app.config.DataFolder;
import dev.lockstep.app.config.Settings;
import dev.lockstep.app.platform.PlatformFactory;
import dev.lockstep.app.platform.StressBook;
import dev.lockstep.domain.audit.AuditVerdict;
import dev.lockstep.domain.money.Quantity;
import dev.lockstep.domain.order.Order;
import dev.lockstep.domain.order.Side;
import dev.lockstep.domain.port.store.OrderQuery;
import dev.lockstep.domain.port.store.OrderRepository;
import dev.lockstep.domain.port.store.RepositoryException;
import dev.lockstep.simulator.ExchangeLedger;
import dev.lockstep.simulator.LedgerOrder;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Compares the database with the exchange's ledger and with what was accepted. */
final class KillBooks {
    private static final Duration DEADLINE = Duration.ofSeconds(30);

    private final PlatformFactory platforms;
    private final DataFolder folder;
    private final Set<Integer> accepted = new HashSet<>();

    KillBooks(PlatformFactory platforms, DataFolder folder) {
        this.platforms = platforms;
        this.folder = folder;
    }

    /** Remembers that a submit was acknowledged. */
    void accepted(SubmittedOrder order) {
        accepted.add(order.number());
    }

    /** Returns what is wrong now, whatever is still unanswered; empty if nothing is. */
    List<String> faults() {
        List<String> faults = new ArrayList<>();
        List<LedgerOrder> ledger = ExchangeLedger.read(folder.exchange());
        checkLedger(ledger, faults);
        try (StressBook book = platforms.stressBook(Settings.ofOwnSimulator(folder), DEADLINE)) {
            checkAudit(book, faults);
            checkOrders(stored(book.repository()), ledger, faults);
        } catch (RepositoryException failure) {
            faults.add("the database cannot be used: " + failure.getMessage());
        }
        return faults;
    }

    /** Returns what is wrong with a database of its own; empty if nothing is. */
    List<String> faults(DataFolder other) {
        List<String> faults = new ArrayList<>();
        try (StressBook book = platforms.stressBook(Settings.ofOwnSimulator(other), DEADLINE)) {
            checkAudit(book, faults);
        } catch (RepositoryException failure) {
            faults.add(other + " cannot be used: " + failure.getMessage());
        }
        return faults;
    }

    private static List<Order> stored(OrderRepository repository) {
        List<Order> stored = new ArrayList<>();
        OrderQuery query = OrderQuery.all();
        for (List<Order> page = repository.search(query);
                !page.isEmpty();
                page = repository.search(query.after(page.getLast().id()))) {
            stored.addAll(page);
        }
        return stored;
    }

    private void checkOrders(List<Order> stored, List<LedgerOrder> ledger, List<String> faults) {
        Set<String> known = new HashSet<>();
        Set<Integer> bought = new HashSet<>();
        for (Order order : stored) {
            known.add(order.clientOrderId().value());
            Quantity qty = order.terms().orderQty();
            if (order.terms().side() == Side.BUY && qty != null) {
                bought.add(qty.value().intValue());
            }
        }
        accepted.stream()
                .filter(number -> !bought.contains(number))
                .forEach(number -> faults.add("accepted order " + number + " is lost"));
        ledger.stream()
                .map(LedgerOrder::clientOrderId)
                .filter(id -> !known.contains(id))
                .forEach(id ->
                        faults.add(
                                "the exchange has order %s, which was sent without an intent"
                                        .formatted(id)));
    }

    private static void checkAudit(StressBook book, List<String> faults) {
        if (book.audit().verify((_, _) -> {}) instanceof AuditVerdict.Broken broken) {
            faults.add("the audit chain is broken: " + broken.breaks().getFirst());
        }
    }

    /** A submit is sent once, and a close sells no more than there is. */
    private static void checkLedger(List<LedgerOrder> ledger, List<String> faults) {
        Map<BigDecimal, Integer> bought = new HashMap<>();
        BigDecimal position = BigDecimal.ZERO;
        for (LedgerOrder order : ledger) {
            boolean buy = order.side().equals("buy");
            BigDecimal qty = order.qty();
            if (buy && qty != null) {
                bought.merge(qty.stripTrailingZeros(), 1, Integer::sum);
            }
            position = buy ? position.add(order.filledQty()) : position.subtract(order.filledQty());
        }
        bought.forEach((qty, times) -> {
            if (times > 1) {
                faults.add("order " + qty.toPlainString() + " was sent " + times + " times");
            }
        });
        if (position.signum() < 0) {
            faults.add("the closes sold more than was bought: " + position.toPlainString());
        }
    }
}
