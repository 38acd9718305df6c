package dev.lockstep.simulator.exchange.book;

import dev.lockstep.simulator.exchange.hours.ExchangeCalendar;
import dev.lockstep.simulator.exchange.ledger.AccountSettings;
import dev.lockstep.simulator.exchange.ledger.LedgerEntry;
import dev.lockstep.simulator.exchange.ledger.NonTradeActivities;
import dev.lockstep.simulator.exchange.ledger.NonTradeActivity;
import dev.lockstep.simulator.exchange.ledger.Position;
import dev.lockstep.simulator.exchange.model.AssetClass;
import dev.lockstep.simulator.exchange.model.Order;
import dev.lockstep.simulator.exchange.model.Side;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** State of one account: cash, positions, orders, trades and other activities. */
public final class ExchangeAccount {
    private final String name;
    private final Map<String, Position> positions = new TreeMap<>();
    private final Map<String, BigDecimal> held = new HashMap<>();
    private final PlaceIndex clientOrderIds = new PlaceIndex();
    private final NonTradeActivities bookings = new NonTradeActivities();
    private final Executions executions = new Executions();
    private final EquityHistory equity = new EquityHistory();
    private final OrderIndex orders = new OrderIndex();
    private final Watchlists watchlists = new Watchlists();
    private final Map<String, DayAddition> today = new HashMap<>();
    private final LedgerEntry.AccountOpened opening;
    private @Nullable StockSales sales;
    private BigDecimal cash;
    private BigDecimal reserved = BigDecimal.ZERO;
    private AccountSettings settings = AccountSettings.DEFAULT;

    ExchangeAccount(LedgerEntry.AccountOpened opening) {
        this.opening = opening;
        this.name = opening.account();
        this.cash = opening.cash();
    }

    public String name() {
        return name;
    }

    public LedgerEntry.AccountOpened opening() {
        return opening;
    }

    BigDecimal cash() {
        return cash;
    }

    public AccountSettings settings() {
        return settings;
    }

    void configure(AccountSettings next) {
        settings = next;
    }

    public boolean shortingAllowed() {
        return !settings.noShorting();
    }

    /** Returns the dollars that open orders reserve. */
    BigDecimal reserved() {
        return reserved;
    }

    /** Returns the part of a position that open closing orders reserve, never negative. */
    public BigDecimal held(String symbol) {
        return held.getOrDefault(symbol, BigDecimal.ZERO);
    }

    public Position position(String symbol) {
        return positions.getOrDefault(symbol, Position.flat(symbol));
    }

    public Collection<Position> positions() {
        return List.copyOf(positions.values());
    }

    public OrderIndex orders() {
        return orders;
    }

    public Executions executions() {
        return executions;
    }

    public NonTradeActivities bookings() {
        return bookings;
    }

    public Watchlists watchlists() {
        return watchlists;
    }

    /** Returns what trading added to a position on a day of New York's. */
    public DayAddition dayTrades(String symbol, LocalDate day) {
        DayAddition last = today.get(symbol);
        return last != null && last.day().equals(day) ? last : DayAddition.none(day);
    }

    /** Returns the account's value after each trade. */
    public EquityHistory equity() {
        return equity;
    }

    public @Nullable OrderHandle byClientOrderId(String clientOrderId) {
        int place =
                clientOrderIds.find(
                        clientOrderId.hashCode(),
                        at -> orders.at(at).order().clientOrderId().equals(clientOrderId));
        return place == PlaceIndex.NOWHERE ? null : orders.at(place);
    }

    void enter(OrderHandle ticket, AssetClass assetClass) {
        Order order = ticket.order();
        clientOrderIds.add(order.clientOrderId().hashCode(), orders.size());
        orders.add(ticket, order, assetClass);
        orders.sort(ticket, order);
        hold(order, 1);
    }

    void change(OrderHandle ticket, Order next) {
        hold(ticket.order(), -1);
        ticket.write(next);
        hold(next, 1);
        orders.sort(ticket, next);
    }

    /** Returns the sales of stocks before a day whose fees have not been charged. */
    public Optional<StockSales> salesBefore(LocalDate day) {
        return Optional.ofNullable(sales).filter(sold -> sold.day().isBefore(day));
    }

    /** Removes the sales so far: no fees are charged for them. */
    void forgetSales() {
        sales = null;
    }

    void trade(Order order, LedgerEntry.OrderFilled fill, AssetClass assetClass) {
        String symbol = order.terms().symbol();
        BigDecimal amount = fill.qty().multiply(fill.price());
        boolean buy = order.terms().side() == Side.BUY;
        BigDecimal received = buy ? fill.qty().subtract(fill.fee()) : fill.qty();
        Position before = position(symbol);
        Position after = before.traded(order.terms().side().signed(received), fill.price());
        LocalDate day = day(fill.at());
        if (!buy && assetClass == AssetClass.US_EQUITY) {
            boolean sameDay = sales != null && sales.day().equals(day);
            StockSales sold = sameDay && sales != null ? sales : StockSales.none(day);
            sales = sold.and(fill.qty(), fill.price());
        }
        cash = buy ? cash.subtract(amount) : cash.add(amount).subtract(fill.fee());
        setPosition(after, dayTrades(symbol, day).after(before, after));
    }

    /** Applies a bust or a correction: reverses the trade and books its replacement. */
    void correct(Order order, LedgerEntry.TradeCorrected entry) {
        retrade(order, entry.before(), -1, entry.at());
        LedgerEntry.TradeCorrected.Traded after = entry.after();
        if (after != null) {
            retrade(order, after, 1, entry.at());
        }
    }

    private void retrade(
            Order order, LedgerEntry.TradeCorrected.Traded traded, int sign, Instant at) {
        String symbol = order.terms().symbol();
        BigDecimal signed =
                order.terms().side().signed(traded.qty()).multiply(BigDecimal.valueOf(sign));
        cash = cash.subtract(signed.multiply(traded.price()));
        Position before = position(symbol);
        Position next = before.traded(signed, traded.price());
        setPosition(next, dayTrades(symbol, day(at)).after(before, next));
    }

    /** Sets a position and the part of it that was added today. */
    private void setPosition(Position position, DayAddition added) {
        if (position.flat()) {
            positions.remove(position.symbol());
            today.remove(position.symbol());
        } else {
            positions.put(position.symbol(), position);
            today.put(position.symbol(), added);
        }
    }

    private static LocalDate day(Instant at) {
        return LocalDate.ofInstant(at, ExchangeCalendar.NEW_YORK);
    }

    /** Books an activity other than a trade. A split keeps the cost of the position. */
    void book(NonTradeActivity booking) {
        bookings.add(booking);
        if (booking.regulatory()) {
            sales = null;
        }
        cash = cash.add(booking.netAmount());
        String symbol = booking.symbol();
        if (symbol == null || booking.received().signum() == 0) {
            return;
        }
        Position before = position(symbol);
        DayAddition added = dayTrades(symbol, day(booking.at()));
        if (booking.type().equals("SPLIT")) {
            Position after = before.resized(booking.received());
            setPosition(after, added.split(before, after));
        } else {
            Position after = before.traded(booking.received(), worth(before, booking));
            setPosition(after, added.after(before, after));
        }
    }

    private static BigDecimal worth(Position before, NonTradeActivity booking) {
        BigDecimal price = booking.price();
        if (price != null) {
            return price;
        }
        return before.flat() ? BigDecimal.ZERO : before.averageEntryPrice();
    }

    private void hold(Order order, int sign) {
        if (!order.status().open()) {
            return;
        }
        BigDecimal factor = BigDecimal.valueOf(sign);
        reserved = reserved.add(reserve(order).multiply(factor));
        if (!order.terms().intent().opens()) {
            String symbol = order.terms().symbol();
            held.merge(symbol, order.leavesQty().multiply(factor), BigDecimal::add);
        }
    }

    private static BigDecimal reserve(Order order) {
        if (!order.terms().intent().opens()) {
            return BigDecimal.ZERO;
        }
        BigDecimal notional = order.terms().notional();
        return notional != null ? notional : order.leavesQty().multiply(order.reservePrice());
    }
}
