package dev.lockstep.simulator.exchange;

import dev.lockstep.simulator.exchange.book.DayAddition;
import dev.lockstep.simulator.exchange.book.ExchangeAccount;
import dev.lockstep.simulator.exchange.book.ExchangeBook;
import dev.lockstep.simulator.exchange.book.Executions;
import dev.lockstep.simulator.exchange.book.OrderHandle;
import dev.lockstep.simulator.exchange.hours.ExchangeCalendar;
import dev.lockstep.simulator.exchange.ledger.AccountSettings;
import dev.lockstep.simulator.exchange.ledger.AccountValue;
import dev.lockstep.simulator.exchange.ledger.Execution;
import dev.lockstep.simulator.exchange.ledger.ExecutionQuery;
import dev.lockstep.simulator.exchange.ledger.LedgerEntry;
import dev.lockstep.simulator.exchange.ledger.ListedPosition;
import dev.lockstep.simulator.exchange.ledger.NonTradeActivity;
import dev.lockstep.simulator.exchange.ledger.NonTradeActivityQuery;
import dev.lockstep.simulator.exchange.ledger.Position;
import dev.lockstep.simulator.exchange.ledger.Watchlist;
import dev.lockstep.simulator.exchange.market.AssetCatalog;
import dev.lockstep.simulator.exchange.model.Asset;
import dev.lockstep.simulator.exchange.model.OrderListQuery;
import dev.lockstep.simulator.exchange.model.OrderSnapshot;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Read-only queries for orders, trades, other activities, positions and account values. */
public final class ExchangeQueries {
    private final ExchangeBook book;
    private final AssetCatalog listing;
    private final LastCloses lastCloses;

    ExchangeQueries(ExchangeBook book, AssetCatalog listing, LastCloses lastCloses) {
        this.book = book;
        this.listing = listing;
        this.lastCloses = lastCloses;
    }

    /** Returns an account's order. */
    public Optional<OrderSnapshot> order(String account, UUID id) {
        return Optional.ofNullable(book.order(account, id)).map(OrderHandle::view);
    }

    /** Returns an account's order by its client order id. */
    public Optional<OrderSnapshot> orderByClientOrderId(String account, String clientOrderId) {
        return Optional.ofNullable(book.account(account).byClientOrderId(clientOrderId))
                .map(OrderHandle::view);
    }

    /** Returns a page of an account's orders. */
    public List<OrderSnapshot> orders(String account, OrderListQuery query) {
        return book
                .account(account)
                .orders()
                .page(query, order -> query.matches(order, listing.of(order).assetClass()))
                .stream()
                .map(ticket -> query.nested() ? ticket.view() : ticket.view().alone())
                .toList();
    }

    /** Returns an account's positions. */
    public List<ListedPosition> positions(String account, Instant now) {
        ExchangeAccount owner = book.account(account);
        return owner.positions().stream().map(position -> view(owner, position, now)).toList();
    }

    /** Returns an account's position in one asset. */
    public Optional<ListedPosition> position(String account, Asset asset, Instant now) {
        ExchangeAccount owner = book.account(account);
        Position position = owner.position(asset.symbol());
        return position.flat() ? Optional.empty() : Optional.of(view(owner, position, now));
    }

    /** Returns an account's value. */
    public AccountValue value(String account) {
        return book.valuation().of(book.account(account));
    }

    /** Returns an account's value at a time, as of its last trade until then. */
    public BigDecimal equityAt(String account, Instant at) {
        ExchangeAccount owner = book.account(account);
        return at.isBefore(book.latest())
                ? owner.equity().at(at, owner.opening().cash())
                : book.valuation().of(owner).equity();
    }

    /** Returns a page of an account's trades. */
    public List<Execution> executions(String account, ExecutionQuery query) {
        Executions executions = book.account(account).executions();
        UUID orderId = query.orderId();
        if (orderId == null) {
            return executions.page(query);
        }
        OrderHandle ticket = book.order(account, orderId);
        return ticket == null
                ? List.of()
                : executions.page(query.within(ticket.order().milestones()));
    }

    /** Returns whether an account has a trade with this id. */
    public boolean executed(String account, UUID executionId) {
        return book.account(account).executions().contains(executionId);
    }

    /** Returns a page of an account's activities other than trades. */
    public List<NonTradeActivity> bookings(String account, NonTradeActivityQuery query) {
        return book.account(account)
                .bookings()
                .page(query, booking -> book.feesListed() || !booking.feeOfTrade());
    }

    /** Returns an account's trade by id. */
    public Optional<Execution> execution(String account, UUID id) {
        return book.account(account).executions().find(id);
    }

    /** Returns an account's activity other than a trade by id. */
    public Optional<NonTradeActivity> booking(String account, UUID id) {
        return book.account(account).bookings().find(id);
    }

    /** Returns an account's watchlists in the order of their creation. */
    public List<Watchlist> watchlists(String account) {
        return book.account(account).watchlists().all();
    }

    /** Returns an account's watchlist. */
    public Optional<Watchlist> watchlist(String account, UUID id) {
        return book.account(account).watchlists().find(id);
    }

    /** Returns an account's watchlist by its name. */
    public Optional<Watchlist> watchlist(String account, String name) {
        return book.account(account).watchlists().named(name);
    }

    /** Returns the corporate actions so far, oldest first. */
    public List<LedgerEntry.CorporateActionTaken> corporateActionsTaken() {
        return book.corporateActions();
    }

    /** Returns the names of all accounts. */
    public List<String> accounts() {
        return book.accounts().stream().map(ExchangeAccount::name).toList();
    }

    /** Returns an account's settings. */
    public AccountSettings settings(String account) {
        return book.account(account).settings();
    }

    /** Returns orders of all accounts after the given number, in the order of their arrival. */
    public List<OrderSnapshot> ledger(long afterNumber, int limit) {
        List<OrderHandle> all = book.allOrders();
        int from = (int) Math.min(Math.max(afterNumber, 0), all.size());
        int to = Math.min(all.size(), from + limit);
        return all.subList(from, to).stream().map(OrderHandle::view).toList();
    }

    /** Returns the number of orders. */
    public int orderCount() {
        return book.orderCount();
    }

    private ListedPosition view(ExchangeAccount owner, Position position, Instant now) {
        Asset asset = listing.find(position.symbol()).orElseThrow();
        BigDecimal free = position.qty().abs().subtract(owner.held(position.symbol()));
        BigDecimal signed = position.qty().signum() < 0 ? free.negate() : free;
        LocalDate day = LocalDate.ofInstant(now, ExchangeCalendar.NEW_YORK);
        DayAddition today = owner.dayTrades(position.symbol(), day);
        return new ListedPosition(
                position,
                asset,
                book.market().price(asset),
                signed,
                lastCloses.of(asset, now),
                today.qty(),
                today.cost());
    }
}
