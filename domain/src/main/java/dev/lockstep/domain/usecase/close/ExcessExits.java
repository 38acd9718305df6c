package dev.lockstep.domain.usecase.close;

import dev.lockstep.domain.money.Quantity;
import dev.lockstep.domain.order.NewOrder;
import dev.lockstep.domain.order.Order;
import dev.lockstep.domain.order.OrderAmount;
import dev.lockstep.domain.order.OrderPurpose.Kind;
import dev.lockstep.domain.order.OrderStatus;
import dev.lockstep.domain.order.id.OrderId;
import dev.lockstep.domain.port.store.OrderQuery;
import dev.lockstep.domain.port.store.OrderRepository;
import dev.lockstep.domain.risk.PositionRoom;
import dev.lockstep.domain.usecase.query.OrderScanner;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Finds the working exits of an entry that may trade more than is left of the entry, where the
 * position is too small for them as well; it changes nothing. Exits that end each other count once.
 */
public final class ExcessExits {
    private static final EnumSet<OrderStatus> AT_BROKER =
            Stream.of(OrderStatus.values())
                    .filter(OrderStatus::mayBeAtBroker)
                    .collect(Collectors.toCollection(() -> EnumSet.noneOf(OrderStatus.class)));

    private final OrderRepository repository;

    public ExcessExits(OrderRepository repository) {
        this.repository = repository;
    }

    /**
     * Exits that end each other and are too large together with the others.
     *
     * @param members the exits, oldest first
     * @param rest the exit that still fits; empty if none does
     */
    public record Excess(List<Order> members, Optional<NewOrder> rest) {
        public Excess {
            members = List.copyOf(members);
        }
    }

    /**
     * Returns the exits to reduce, the newest first.
     *
     * @param exit one of the exits
     * @param entry the last order of the chain of replacements of their parent
     */
    public List<Excess> of(Order exit, Order entry) {
        OrderId parent = Objects.requireNonNull(exit.parent(), "an exit needs a parent");
        Quantity held =
                PositionRoom.held(
                        exit.terms().side(), repository.holdings().of(exit.terms().symbol()));
        Quantity left = entry.cumQty().less(traded(parent));
        List<ExitGroup> all = working(exit.terms());
        List<ExitGroup> mine = new ArrayList<>(all);
        mine.removeIf(group -> !isOf(group, parent));
        mine.sort(Comparator.comparing((ExitGroup group) -> group.main().id()).reversed());
        Quantity over =
                ReleaseShares.sum(mine, held)
                        .less(left)
                        .min(ReleaseShares.sum(all, held).plus(closing(exit)).less(held));
        return reduced(mine, over, left, held);
    }

    private static List<Excess> reduced(
            List<ExitGroup> newestFirst, Quantity over, Quantity left, Quantity held) {
        List<Excess> excess = new ArrayList<>();
        Quantity rest = over;
        for (ExitGroup group : newestFirst) {
            Quantity leaves = group.leavesQty(held);
            Quantity mine = rest.min(leaves);
            if (!mine.zero()) {
                excess.add(excess(group, leaves.less(mine).min(left)));
            }
            rest = rest.less(mine);
        }
        return excess;
    }

    private static Excess excess(ExitGroup group, Quantity rest) {
        return new Excess(
                group.members(),
                rest.zero()
                        ? Optional.empty()
                        : group.terms().map(terms -> terms.with(new OrderAmount.ByQuantity(rest))));
    }

    /** An exit that is to end leaves room. */
    private List<ExitGroup> working(NewOrder exit) {
        return ExitGroup.siblings(repository, exit).stream()
                .filter(group ->
                        group.members().stream().noneMatch(order -> order.state().cancelWanted()))
                .toList();
    }

    private static boolean isOf(ExitGroup group, OrderId parent) {
        return group.members().stream().anyMatch(order -> parent.equals(order.parent()));
    }

    private Quantity traded(OrderId parent) {
        return repository.legs(parent).stream()
                .filter(other -> other.status() != OrderStatus.REPLACED)
                .map(Order::cumQty)
                .reduce(Quantity.ZERO, Quantity::plus);
    }

    private Quantity closing(Order exit) {
        return new OrderScanner(repository)
                .listed(OrderQuery.all().in(AT_BROKER).of(exit.terms().symbol())).stream()
                        .filter(order -> order.terms().side() == exit.terms().side())
                        .filter(Kind.CLOSING::of)
                        .map(order -> Objects.requireNonNullElse(order.leavesQty(), Quantity.ZERO))
                        .reduce(Quantity.ZERO, Quantity::plus);
    }
}
