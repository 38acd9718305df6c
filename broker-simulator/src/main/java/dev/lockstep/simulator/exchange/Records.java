package dev.lockstep.simulator.exchange;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** What the accounts have asked for, what became of it, and what they own; reading it only. */
public final class Records {
    private final Book book;
    private final Listing listing;

    Records(Book book, Listing listing) {
        this.book = book;
        this.listing = listing;
    }

    /** An account's order. */
    public Optional<OrderView> order(String account, UUID id) {
        return Optional.ofNullable(book.order(account, id)).map(OrderTicket::view);
    }

    /** An account's order by the id its owner gave it. */
    public Optional<OrderView> orderByClientOrderId(String account, String clientOrderId) {
        return Optional.ofNullable(book.account(account).byClientOrderId(clientOrderId))
                .map(OrderTicket::view);
    }

    /** A page of an account's orders. */
    public List<OrderView> orders(String account, OrderQuery query) {
        return book
                .account(account)
                .orders()
                .page(query, order -> query.matches(order, listing.of(order).assetClass()))
                .stream()
                .map(ticket -> query.nested() ? ticket.view() : ticket.view().alone())
                .toList();
    }

    /** What an account holds. */
    public List<PositionView> positions(String account) {
        Account owner = book.account(account);
        return owner.positions().stream().map(position -> view(owner, position)).toList();
    }

    /** What an account holds of one asset, if anything. */
    public Optional<PositionView> position(String account, Asset asset) {
        Account owner = book.account(account);
        Position position = owner.position(asset.symbol());
        return position.flat() ? Optional.empty() : Optional.of(view(owner, position));
    }

    /** What an account is worth. */
    public AccountValue value(String account) {
        return book.valuation().of(book.account(account));
    }

    /** What an account was worth at a time, as far as its trades tell. */
    public BigDecimal equityAt(String account, Instant at) {
        Account owner = book.account(account);
        return at.isBefore(book.latest())
                ? owner.equity().at(at, owner.opening().cash())
                : book.valuation().of(owner).equity();
    }

    /** A page of an account's trades. */
    public List<Execution> executions(String account, ExecutionQuery query) {
        Executions executions = book.account(account).executions();
        UUID orderId = query.orderId();
        if (orderId == null) {
            return executions.page(query);
        }
        OrderTicket ticket = book.order(account, orderId);
        return ticket == null
                ? List.of()
                : executions.page(query.within(ticket.order().milestones()));
    }

    /** Whether an account has made the trade with this id. */
    public boolean executed(String account, UUID executionId) {
        return book.account(account).executions().knows(executionId);
    }

    /** A page of an account's activities that are no trades. */
    public List<Booking> bookings(String account, BookingQuery query) {
        return book.account(account)
                .bookings()
                .page(query, booking -> book.feesListed() || !booking.feeOfTrade());
    }

    /** An account's trade with this id. */
    public Optional<Execution> execution(String account, UUID id) {
        return book.account(account).executions().find(id);
    }

    /** An account's activity with this id that is no trade. */
    public Optional<Booking> booking(String account, UUID id) {
        return book.account(account).bookings().find(id);
    }

    /** The names of all accounts. */
    public List<String> accounts() {
        return book.accounts().stream().map(Account::name).toList();
    }

    /** An account's settings. */
    public AccountSettings settings(String account) {
        return book.account(account).settings();
    }

    /** Orders of all accounts in the order they came, after the given number. */
    public List<OrderView> ledger(long afterNumber, int limit) {
        List<OrderTicket> all = book.allOrders();
        int from = (int) Math.min(Math.max(afterNumber, 0), all.size());
        int to = Math.min(all.size(), from + limit);
        return all.subList(from, to).stream().map(OrderTicket::view).toList();
    }

    /** How many orders there are. */
    public int orderCount() {
        return book.orderCount();
    }

    private PositionView view(Account owner, Position position) {
        Asset asset = listing.find(position.symbol()).orElseThrow();
        BigDecimal free = position.qty().abs().subtract(owner.held(position.symbol()));
        BigDecimal signed = position.qty().signum() < 0 ? free.negate() : free;
        return new PositionView(position, asset, book.market().price(asset), signed);
    }
}
